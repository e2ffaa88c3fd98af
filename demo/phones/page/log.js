// The messages of one phone: added, changed in place, kept in view.

import { bubble, foot, reactions, service } from "./bubble.js";
import { h, icon } from "./dom.js";
import { inline } from "./keys.js";
import { day, say } from "./words.js";

const NEAR = 90;

export class Log {
  // *phone* gives: room, me(), topicName(message), press(id, data), notice(text), actions(message).
  constructor(phone) {
    this.phone = phone;
    this.entries = new Map(); // message id, or the phone's own name for what is on its way
    this.topic = null;
    this.sticky = true;
    this.flow = h("div", { class: "flow" });
    this.list = h("div", { class: "list", role: "log", tabindex: "0", "aria-live": "polite" }, this.flow);
    this.pill = h("button", { type: "button", class: "pill", hidden: true, onclick: () => this.toEnd() }, icon("down"), h("span"));
    this.element = h("div", { class: "log" }, this.list, this.pill);
    this.list.addEventListener("scroll", () => this.scrolled());
    const sizes = new ResizeObserver(() => this.sticky && this.toEnd());
    for (const part of [this.list, this.flow]) sizes.observe(part);
  }

  rename() {
    this.list.setAttribute("aria-label", say("messages", { name: this.phone.name }));
    this.pill.lastChild.textContent = say("newest");
  }

  // All at once, without announcing every old message.
  fill(shown) {
    const waiting = [...this.entries.values()].filter((entry) => entry.marks.pending);
    this.list.setAttribute("aria-live", "off");
    this.flow.replaceChildren();
    this.entries.clear();
    this.lastDay = null;
    for (const { message, marks } of shown) this.add(message, marks, false);
    const arrived = new Set(shown.map(({ marks }) => marks.tmp));
    for (const { message, marks } of waiting) if (!arrived.has(marks.tmp)) this.add(message, marks, false);
    if (!this.entries.size) this.flow.append(this.nothing());
    this.toEnd();
    requestAnimationFrame(() => this.list.setAttribute("aria-live", "polite"));
  }

  // Before the first message: what this phone is for.
  nothing() {
    const role = this.phone.card.role;
    return h("div", { class: "nothing" }, icon(role), h("p", {}, say(`${role}Empty`)), h("p", { class: "chip" }, say("empty")));
  }

  add(message, marks, fresh = true) {
    if (this.entries.has(message.message_id)) return this.change(message, marks); // came with the history already
    const early = this.entries.get(marks.tmp);
    if (early) return this.settle(early, message, marks);
    if (!this.entries.size) this.flow.replaceChildren();
    this.separate(message);
    const entry = { message, marks };
    this.entries.set(message.message_id || marks.tmp, entry);
    entry.element = this.build(entry);
    if (fresh) entry.element.classList.add("fresh");
    this.flow.append(entry.element);
    if (fresh) this.reveal(entry);
    return entry;
  }

  // What was on its way has arrived under its number.
  settle(entry, message, marks) {
    this.entries.delete(marks.tmp);
    Object.assign(entry, { message, marks });
    this.entries.set(message.message_id, entry);
    this.redraw(entry);
    this.separate(message, entry.element); // the story's clock may stand on another day than the last message
    return entry;
  }

  separate(message, before = null) {
    const today = day(message.date);
    if (today === this.lastDay) return;
    this.lastDay = today;
    this.flow.insertBefore(h("p", { class: "chip day" }, today), before);
  }

  build(entry) {
    const { message, marks } = entry;
    const chip = service(message);
    const element = h("div", { class: chip ? "msg middle" : "msg" });
    element.dataset.id = message.message_id || "";
    if (chip) element.append(h("p", { class: "chip" }, chip));
    else this.dressUp(element, message, marks);
    element.hidden = this.hides(message);
    return element;
  }

  dressUp(element, message, marks) {
    const mine = message.from.id === this.phone.me();
    const view = { mine, named: this.phone.room && !mine, topic: this.topic ? null : this.phone.topicName(message) };
    element.classList.toggle("mine", mine);
    const press = (data) => this.phone.press(message.message_id, data);
    const parts = [bubble(message, marks, view), reactions(marks.reactions), inline(message, press, (text) => this.phone.notice(text))];
    element.append(...parts.filter(Boolean));
    const more = message.message_id && this.phone.actions(message);
    if (more) element.append(more);
  }

  change(message, marks) {
    const entry = this.entries.get(message.message_id);
    if (!entry) return;
    Object.assign(entry, { message, marks });
    const end = this.sticky;
    this.redraw(entry);
    entry.element.classList.add("changed");
    if (end) this.toEnd();
  }

  // Drawn anew in its place; a focused button keeps the focus if it is still there.
  redraw(entry) {
    const old = entry.element, held = old.contains(document.activeElement) && document.activeElement.dataset;
    entry.element = this.build(entry);
    old.replaceWith(entry.element);
    if (!held) return;
    const same = [...entry.element.querySelectorAll(".key")].find((key) => key.dataset.key === held.key);
    (same || this.list).focus({ preventScroll: true });
  }

  mark(id, news) {
    const entry = this.entries.get(id);
    if (!entry) return;
    Object.assign(entry.marks, news);
    if (news.reactions) this.redraw(entry);
    else this.refoot(entry);
  }

  refoot({ element, message, marks }) {
    const mine = message.from.id === this.phone.me();
    element.querySelector(".foot")?.replaceWith(foot(message, marks, { mine }));
  }

  remove(id) {
    this.entries.get(id)?.element.remove();
    this.entries.delete(id);
  }

  again() {
    for (const entry of this.entries.values()) this.redraw(entry);
  }

  show(topic) {
    this.topic = topic;
    this.again();
    this.toEnd();
  }

  hides(message) {
    return this.topic !== null && message.message_thread_id !== this.topic;
  }

  // A new message comes into view, a long one with its first line, unless somebody reads above.
  reveal({ element, message }) {
    const mine = message.from.id === this.phone.me();
    if (!this.sticky && !mine) {
      this.pill.hidden = false;
      return;
    }
    const room = this.list.clientHeight;
    if (element.offsetHeight > room - 40) {
      this.list.scrollTop = element.offsetTop - this.list.offsetTop - 10;
      this.sticky = false;
    } else this.toEnd();
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.sticky = true;
    this.pill.hidden = true;
  }

  scrolled() {
    this.sticky = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR;
    if (this.sticky) this.pill.hidden = true;
  }
}
