// The head of a phone: name, role, what is pinned, topics, and the menu behind the dots.

import { summary } from "./bubble.js";
import { h, icon } from "./dom.js";
import { dress } from "./emoji.js";
import { say } from "./words.js";

export class Head {
  constructor(phone) {
    this.phone = phone;
    this.avatar = h("span", { class: "avatar", "aria-hidden": "true" });
    this.name = h("h2");
    this.role = h("span", { class: "role" });
    this.note = h("p", { class: "note" });
    this.line = h("p", { class: "offline", role: "status" });
    this.menu = h("div", { class: "menu", hidden: true });
    this.dots = h("button", { type: "button", class: "round", "aria-expanded": "false", onclick: () => this.toggle() }, icon("dots"));
    this.flag = h("button", { type: "button", class: "pinned", hidden: true });
    this.chips = h("div", { class: "topics", role: "group", hidden: true });
    this.stopped = h("p", { class: "stopped", hidden: true });
    const who = h("div", { class: "who" }, h("div", { class: "title" }, this.name, this.role), this.note);
    this.element = h("header", {}, h("div", { class: "bar" }, this.avatar, who, phone.room ? null : this.dots),
      this.menu, this.line, this.stopped, this.flag, this.chips);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && !this.menu.hidden && this.toggle(false));
  }

  fill() {
    const { card, name } = this.phone;
    this.avatar.textContent = [...name][0];
    this.name.textContent = name;
    this.role.textContent = say(card.role);
    this.note.textContent = card.note || "";
    this.dots.setAttribute("aria-label", `${say("more")}：${name}`);
    this.chips.setAttribute("aria-label", say("topics"));
    this.topics();
  }

  state(event) {
    this.pin(event.pinned, event.messages.map(({ message }) => message));
  }

  online(up) {
    clearTimeout(this.late);
    if (up) this.line.textContent = "";
    else this.late = setTimeout(() => (this.line.textContent = say("offline")), 1200);
  }

  pin(pinned, messages = [...this.phone.log.entries.values()].map((entry) => entry.message)) {
    const message = messages.find((one) => one.message_id === pinned.at(-1));
    this.flag.hidden = !message;
    if (!message) return;
    this.flag.replaceChildren(icon("flag"), h("b", {}, say("pinned")), dress(h("span", {}, summary(message))));
    this.flag.onclick = () => this.phone.log.entries.get(message.message_id)?.element.scrollIntoView({ block: "center" });
  }

  topics() {
    const list = Object.entries(this.phone.topics || {}).filter(([, topic]) => !topic.closed);
    this.chips.hidden = !list.length;
    const chosen = this.phone.log.topic;
    const chip = (id, name) => h("button", { type: "button", class: "topic", "aria-pressed": String(id === chosen), onclick: () => this.choose(id) }, name);
    this.chips.replaceChildren(chip(null, say("allTopics")), ...list.map(([id, topic]) => chip(Number(id), topic.name)));
  }

  choose(id) {
    this.phone.log.show(id);
    this.topics();
    this.chips.querySelector("[aria-pressed=true]")?.focus();
  }

  standing(standing) {
    const blocked = standing === "blocked";
    this.stopped.hidden = !blocked;
    this.stopped.textContent = blocked ? say("blocked") : "";
    const act = blocked ? "unblock" : "block";
    const item = (label, event, early) => h("button", { type: "button", class: "line", onclick: () => {
      this.toggle(false);
      this.phone.do(event, early);
    } }, label);
    this.menu.replaceChildren(item(`/start　${say("start")}`, { do: "text", text: "/start" }, { text: "/start" }), item(say(act), { do: act }));
  }

  toggle(open = this.menu.hidden) {
    if (!open && this.menu.contains(document.activeElement)) this.dots.focus();
    this.menu.hidden = !open;
    this.dots.setAttribute("aria-expanded", String(open));
  }
}
