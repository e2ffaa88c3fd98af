// All words of the page, in both languages. Texts from the story may come as {zh, en}.

const WORDS = {
  title: ["精平扶", "Jingpingfu"],
  tagline: ["把该帮的人找出来，把该办的事办到底", "Find who needs help, and see it through"],
  banner: ["演示数据 · 都是编的", "Demo data · all made up."],
  bannerMore: ["　人、家庭、经历都不是真的；这一页只在您这台电脑上。", " No real people, no real families; this page lives on your computer only."],
  prefs: ["设置", "Settings"],
  pace: ["节奏", "Pace"],
  paceSlow: ["慢慢看", "Slow"],
  paceCalm: ["正常", "Normal"],
  paceNow: ["不等待", "No waiting"],
  large: ["大字", "Large type"],
  dark: ["夜间", "Dark"],
  reset: ["从头再来", "Start over"],
  story: ["故事", "Story"],
  tabs: ["四台手机", "Four phones"],
  find: ["今晚的发现", "Tonight's findings"],
  findMore: ["数据一到，连夜找人", "New data is in"],
  morning: ["明早 8 点", "Tomorrow, 08:00"],
  morningMore: ["晨报送到主任手机上", "The morning digest"],
  later: ["过 30 天", "30 days later"],
  laterMore: ["回头看看帮到没有", "Did the help work?"],
  stepDone: ["已经走过", "done"],
  stepNext: ["现在点这里", "press this now"],
  busy: ["正在办，请稍等…", "Working on it…"],
  failed: ["这一步没有走通，终端里写着原因。", "That step failed; the terminal says why."],
  wait: ["上一步还没走完，请稍等。", "One step at a time, please."],
  worker: ["网格员", "Grid worker"],
  resident: ["居民", "Resident"],
  room: ["镇里的群", "Town room"],
  supervisor: ["主任", "Supervisor"],
  department: ["部门", "Department"],
  phoneOf: ["{name}的手机", "{name}'s phone"],
  messages: ["{name}的消息", "Messages of {name}"],
  write: ["写消息", "Message"],
  send: ["发送", "Send"],
  voice: ["发语音", "Send a voice note"],
  attach: ["照片、位置、命令", "Photo, place, commands"],
  photo: ["照片", "Photo"],
  place: ["位置", "Place"],
  commands: ["命令", "Commands"],
  placeWhich: ["您在哪里？（编的地方）", "Where are you? (made-up places)"],
  placeMine: ["我的位置", "My location"],
  noCommands: ["机器人还没有列出命令。", "The bot lists no commands yet."],
  speaking: ["现在说话的是", "Speaking"],
  more: ["更多", "More"],
  block: ["停用机器人", "Block the bot"],
  unblock: ["重新启用", "Unblock"],
  blocked: ["机器人被停用了，它的消息到不了这里。", "The bot is blocked; its messages cannot reach this phone."],
  start: ["开始", "Start"],
  workerEmpty: ["发现了要帮的人家，先敲她的手机，请她去看看。", "When a family may need help, her phone rings first."],
  residentEmpty: ["家里有难处，像平时聊天一样，跟机器人说一句就行。", "Anyone can simply tell the bot, in their own words, what is hard at home."],
  roomEmpty: ["哨子一吹，几个部门在这里报到，一起想办法。", "One whistle, and the departments gather here to help together."],
  supervisorEmpty: ["每天早上八点，一张图、几件事，心里就有数了。", "Every morning at eight: one picture, and what needs an eye today."],
  departmentEmpty: ["群里认领的事，到这里办。", "What the department took on in the room continues here."],
  empty: ["还没有消息", "No messages yet"],
  typing: ["正在输入…", "typing…"],
  edited: ["改过", "edited"],
  quiet: ["静音送达", "delivered silently"],
  locked: ["不能转发", "cannot be forwarded"],
  pending: ["正在送", "sending"],
  sent: ["已送到", "delivered"],
  seen: ["机器人已读", "read by the bot"],
  lost: ["没送出去", "not sent"],
  forward: ["转发", "Forward"],
  forwardTo: ["转到「{name}」", "Forward to {name}"],
  forwarded: ["转发自 {name}", "Forwarded from {name}"],
  someone: ["别人", "someone"],
  pinned: ["置顶", "Pinned"],
  topic: ["话题", "Topic"],
  topics: ["话题", "Topics"],
  allTopics: ["全部", "All"],
  topicOpened: ["新话题：{name}", "New topic: {name}"],
  moved: ["群升级了，换了编号", "The group was upgraded"],
  openPhoto: ["放大看图片", "Enlarge the picture"],
  picture: ["图片", "Picture"],
  close: ["关闭", "Close"],
  document: ["下载 {name}（{size}）", "Download {name} ({size})"],
  playVoice: ["听语音，{seconds} 秒", "Play the voice note, {seconds} s"],
  spoiler: ["点一下显示", "Show"],
  contact: ["名片", "Contact"],
  other: ["（这里还不会显示这种消息）", "(this kind of message is not shown here)"],
  newest: ["新消息", "New messages"],
  unread: ["{n} 条没看", "{n} unread"],
  offline: ["断线了，正在重新接上…", "Connection lost, trying again…"],
  refused: ["现在做不了这一步", "That cannot be done now"],
  noEcho: ["机器人还没有回音", "The bot has not answered yet"],
  badPhoto: ["这张图片打不开", "This picture cannot be read"],
  reaction: ["{emoji}，{n} 人", "{emoji}, {n}"],
  hint: ["轮到这台手机", "This phone is next"],
  keyboard: ["快捷回答", "Quick answers"],
  ok: ["知道了", "OK"],
  copied: ["复制好了", "Copied"],
};

let english = false;

export function setLanguage(language) {
  english = language === "en";
  document.documentElement.lang = english ? "en" : "zh-CN";
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
}

export const language = () => (english ? "en" : "zh");

export function say(key, blanks = {}) {
  return WORDS[key][english ? 1 : 0].replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
}

// A text of the story in the reader's language.
export function told(text) {
  if (!text || typeof text === "string") return text || "";
  return (english ? text.en : text.zh) || text.zh || text.en || "";
}

const zone = { timeZone: "Asia/Shanghai" };

export const hour = (seconds) =>
  new Intl.DateTimeFormat("zh-CN", { ...zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(seconds * 1000);

export function day(seconds) {
  const form = new Intl.DateTimeFormat(english ? "en-GB" : "zh-CN", { ...zone, month: "long", day: "numeric", weekday: "short" });
  return form.format(seconds * 1000).replace(/日(?=周)/u, "日 ");
}

export function size(bytes) {
  return bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
