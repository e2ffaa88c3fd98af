// The page comes up: words, letters, phones, story.

import { Bar } from "./bar.js";
import { ensureChinese, ensureEmoji } from "./fonts.js";
import { Phone } from "./phone.js";
import { startPrefs } from "./prefs.js";
import { Tabs } from "./tabs.js";

const tabs = new Tabs(document.getElementById("tabs"));
let phones = [], bar = null;

function point(hints) {
  for (const phone of phones) {
    const hint = hints.find((one) => one.chat === phone.id);
    phone.hint(hint);
    tabs.hinted(phone, Boolean(hint));
  }
}

function renamed() {
  bar.words();
  tabs.rename();
  point(bar.status.hints || []);
}

async function start() {
  const list = await (await fetch("/phones/list")).json();
  await startPrefs(list.language, renamed);
  phones = list.phones.map((card) => new Phone(card, (phone) => tabs.unread(phone)));
  const place = document.getElementById("phones");
  place.classList.toggle("many", phones.length > 4);
  place.append(...phones.map((phone) => phone.element));
  tabs.fill(phones);
  bar = new Bar(point);
  ensureEmoji();
  await ensureChinese();
  document.body.dataset.ready = "true";
}

document.addEventListener("click", (event) => {
  const command = event.target.closest(".command");
  const phone = command && phones.find((one) => one.element.contains(command));
  if (phone) phone.do({ do: "text", text: command.dataset.command }, { text: command.dataset.command });
});

start();
