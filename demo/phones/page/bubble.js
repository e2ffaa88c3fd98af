// One message as it looks.

import { h, icon } from "./dom.js";
import { dress } from "./emoji.js";
import { rich } from "./rich.js";
import { enlarge } from "./viewer.js";
import { hour, say, size } from "./words.js";

const file = (id) => `/phones/file/${encodeURIComponent(id)}`;
const nameOf = (user) => user?.first_name || user?.title || say("someone");

// The bubble of *message*. *view* tells how it is seen: {mine, named, topic}.
export function bubble(message, marks, view) {
  const body = h("div", { class: "bubble" });
  if (message.has_protected_content) protect(body);
  body.append(...[sender(message, view), origin(message), quote(message), ...media(message)].filter(Boolean));
  const text = message.text ?? message.caption;
  if (text) body.append(h("div", { class: "text" }, rich(text, message.entities || message.caption_entities)));
  else if (!body.childElementCount) body.append(h("div", { class: "text" }, say("other")));
  body.append(foot(message, marks, view));
  return body;
}

function protect(body) {
  body.classList.add("protected");
  for (const name of ["contextmenu", "copy", "dragstart"]) body.addEventListener(name, (event) => event.preventDefault());
}

function sender(message, view) {
  const lines = [];
  if (view.named) lines.push(h("span", { class: `who tint${Math.abs(message.from.id) % 5}` }, nameOf(message.from)));
  if (view.topic) lines.push(h("span", { class: "in-topic" }, `# ${view.topic}`));
  return lines.length ? h("div", { class: "head" }, lines) : null;
}

function origin(message) {
  const from = message.forward_origin;
  return from ? h("div", { class: "origin" }, icon("forward"), say("forwarded", { name: nameOf(from.sender_user) })) : null;
}

function quote(message) {
  const old = message.reply_to_message;
  if (!old || old.forum_topic_created) return null;
  return h("blockquote", { class: "reply" }, h("b", {}, nameOf(old.from)), h("span", {}, dress(h("span", {}, summary(old)))));
}

// A message in a few words, for quotes, pins and alike.
export function summary(message) {
  const text = message.text || message.caption;
  if (text) return text.split("\n", 1)[0].slice(0, 60);
  return { photo: say("picture"), voice: say("voice"), location: say("place"), document: message.document?.file_name }[
    Object.keys(message).find((key) => ["photo", "voice", "location", "document"].includes(key))
  ] || "…";
}

function media(message) {
  return [
    message.photo && photo(message),
    message.document && paper(message.document),
    message.voice && voice(message.voice),
    message.location && place(message.location),
    message.contact && h("div", { class: "paper" }, icon("paper"), h("span", {}, h("b", {}, say("contact")), message.contact.first_name)),
  ];
}

function photo(message) {
  const best = message.photo.at(-1);
  const picture = h("img", { src: file(best.file_id), alt: message.caption ? summary(message) : say("picture"), width: best.width, height: best.height, loading: "lazy", draggable: "false" });
  const protectedOne = Boolean(message.has_protected_content);
  return h("button", { type: "button", class: "photo", "aria-label": `${say("openPhoto")}：${picture.alt}`, onclick: () => enlarge(picture.src, message.caption || "", protectedOne) }, picture);
}

function paper(document) {
  const label = say("document", { name: document.file_name, size: size(document.file_size) });
  return h("a", { class: "paper", href: file(document.file_id), download: document.file_name, "aria-label": label },
    icon("paper"), h("span", {}, h("b", {}, document.file_name), size(document.file_size)));
}

function voice(note) {
  const sound = new Audio(file(note.file_id));
  sound.preload = "none";
  const button = h("button", { type: "button", class: "voice", "aria-label": say("playVoice", { seconds: note.duration }) }, icon("play"), wave(), `${note.duration}″`);
  const show = (name) => button.firstChild.replaceWith(icon(name));
  button.addEventListener("click", () => (sound.paused ? sound.play().then(() => show("pause"), () => show("play")) : sound.pause()));
  for (const name of ["ended", "pause"]) sound.addEventListener(name, () => show("play"));
  return button;
}

function wave() {
  const bars = [6, 11, 17, 9, 14, 20, 12, 7, 15, 10, 5].map((height) => {
    const bar = h("i");
    bar.style.height = `${height}px`;
    return bar;
  });
  return h("span", { class: "wave", "aria-hidden": "true" }, bars);
}

// A map that is only a drawing: nothing is fetched from anywhere.
function place(location) {
  const degrees = `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`;
  return h("div", { class: "place", role: "img", "aria-label": `${say("placeMine")}：${degrees}` }, h("span", { class: "map", "aria-hidden": "true" }, icon("pin")), h("span", {}, degrees));
}

// Time and marks under the text.
export function foot(message, marks, view) {
  const parts = [];
  if (message.has_protected_content) parts.push(mark("lock", say("locked")));
  if (marks.silent) parts.push(mark("quiet", say("quiet")));
  if (message.edit_date) parts.push(h("span", {}, say("edited")));
  parts.push(h("time", { datetime: new Date(message.date * 1000).toISOString() }, hour(message.edit_date || message.date)));
  if (view.mine) parts.push(ticks(marks));
  return h("div", { class: "foot" }, parts);
}

const mark = (name, label) => h("span", { class: "mark", role: "img", "aria-label": label, title: label }, icon(name));

function ticks(marks) {
  const state = marks.lost ? "lost" : marks.pending ? "pending" : marks.seen ? "seen" : "sent";
  const sign = { lost: "!", pending: "…", sent: "✓", seen: "✓✓" }[state];
  return h("span", { class: `ticks ${state}`, role: "img", "aria-label": say(state), title: say(state) }, sign);
}

export function reactions(given) {
  const counted = new Map();
  for (const emoji of Object.values(given || {})) counted.set(emoji, (counted.get(emoji) || 0) + 1);
  if (!counted.size) return null;
  const shown = [...counted].map(([emoji, n]) => h("span", { role: "img", "aria-label": say("reaction", { emoji, n }) }, n > 1 ? `${emoji} ${n}` : emoji));
  return dress(h("div", { class: "reactions" }, shown));
}

// A line in the middle for what nobody said.
export function service(message) {
  if (message.forum_topic_created) return say("topicOpened", { name: message.forum_topic_created.name });
  return message.migrate_to_chat_id || message.migrate_from_chat_id ? say("moved") : null;
}
