// One phone: who it belongs to, what it shows, and the line that keeps it up to date.
// Events of the server arrive in onMessage, onEdit … after their names.

import { acts } from "./acts.js";
import { Coach } from "./coach.js";
import { Composer } from "./composer.js";
import { h } from "./dom.js";
import { dress } from "./emoji.js";
import { Head } from "./head.js";
import { answered } from "./keys.js";
import { Log } from "./log.js";
import { forget, inTurn } from "./pace.js";
import { Line } from "./socket.js";
import { alertOf } from "./viewer.js";
import { say } from "./words.js";

const TYPING = 5000, NOTICE = 3500;

export class Phone {
  constructor(card, unread) {
    Object.assign(this, { id: card.id, card, name: card.name, room: card.role === "room", people: [card], unread, speaker: null });
    this.topics = {};
    this.unsure = new Map(); // what was said and has not come back as a message yet
    this.log = new Log(this);
    this.composer = new Composer(this);
    this.head = new Head(this);
    this.typing = h("p", { class: "typing", "aria-hidden": "true", hidden: true }, h("i"), h("i"), h("i"));
    this.toast = h("div", { class: "toast", role: "status" });
    this.coach = new Coach();
    this.log.element.append(this.toast);
    this.element = h("section", { class: `phone ${card.role}`, id: `phone${Math.abs(card.id)}` },
      this.head.element, this.log.element, this.typing, this.coach.element, this.composer.element);
    this.rename();
    this.line = new Line(`/phones/line?chat=${card.id}`, (event) => this.heard(event), (up) => this.head.online(up));
  }

  rename() {
    this.element.setAttribute("aria-label", this.room ? this.name : say("phoneOf", { name: this.name }));
    this.head.fill();
    this.log.rename();
  }

  // Whose hands are on it: in the room whoever is chosen to speak.
  me() {
    return this.room ? this.speaker ?? this.people[0]?.id : this.id;
  }

  person() {
    return this.people.find((person) => person.id === this.me()) || this.card;
  }

  speak(id) {
    this.speaker = id;
    this.log.again();
  }

  actions(message) {
    return acts(this, message);
  }

  topicName(message) {
    return this.room ? this.topics[message.message_thread_id]?.name : null;
  }

  // -- what comes in

  heard(event) {
    if (event.ev === "hello") {
      forget(this);
      this.hello(event);
      return;
    }
    const fromBot = event.ev === "message" && event.message.from.is_bot;
    const act = `on${event.ev[0].toUpperCase()}${event.ev.slice(1)}`;
    inTurn(this, () => this[act]?.(event), fromBot && !event.marks.service, () => this.onAction());
  }

  hello(event) {
    Object.assign(this, { card: event.chat, name: event.chat.name, people: event.people, bot: event.bot, topics: event.topics });
    if (!this.topics[this.log.topic]) this.log.topic = null;
    if (!this.people.some((person) => person.id === this.speaker)) this.speaker = null;
    this.head.state(event);
    this.rename();
    this.composer.fill(event.keyboard);
    this.log.fill(event.messages);
    this.onStanding(event);
    this.repeat(event.messages);
    this.point();
  }

  onMessage({ message, marks }) {
    this.typing.hidden = true;
    this.unsure.delete(marks.tmp);
    this.log.add(message, marks);
    if (message.from.is_bot && !marks.silent && !marks.service) this.ring();
    if (message.from.is_bot) this.unread(this);
    this.point();
  }

  onEdit({ message, marks }) {
    this.log.change(message, marks);
    this.point();
  }

  onDeleted({ message_id }) {
    this.log.remove(message_id);
  }

  onSeen({ message_id }) {
    this.log.mark(message_id, { seen: true });
  }

  onReactions({ message_id, reactions }) {
    this.log.mark(message_id, { reactions });
  }

  onKeyboard({ keyboard }) {
    this.composer.keyboard(keyboard);
    this.point();
  }

  onPinned({ pinned }) {
    this.head.pin(pinned);
  }

  onTopics({ topics }) {
    this.topics = topics;
    this.head.topics();
  }

  onAnswered({ message_id, data, text, alert }) {
    const entry = this.log.entries.get(message_id);
    if (entry) answered(entry.element, data);
    if (text) (alert ? alertOf : (words) => this.notice(words))(text);
  }

  onStanding({ standing }) {
    this.head.standing(standing);
  }

  onAction() {
    this.typing.hidden = false;
    clearTimeout(this.typed);
    this.typed = setTimeout(() => (this.typing.hidden = true), TYPING);
  }

  onRefused({ tmp, why }) {
    if (tmp) this.log.mark(tmp, { lost: true, pending: false });
    this.unsure.delete(tmp);
    for (const key of this.element.querySelectorAll(".key[aria-busy]")) key.removeAttribute("aria-busy");
    this.notice(`${say("refused")}（${why}）`);
  }

  ring() {
    this.element.classList.remove("ring");
    void this.element.offsetWidth;
    this.element.classList.add("ring");
  }

  notice(text) {
    this.toast.replaceChildren(dress(h("span", {}, text)));
    clearTimeout(this.toasted);
    this.toasted = setTimeout(() => this.toast.replaceChildren(), NOTICE);
  }

  // -- what goes out

  // *early* is how it looks until the server has it.
  do(event, early = null) {
    const tmp = early ? `t${crypto.randomUUID()}` : undefined;
    if (early) this.early(tmp, early);
    const said = { ...event, tmp, as: this.me(), topic: this.log.topic };
    if (early) this.unsure.set(tmp, said);
    this.line.say(said);
  }

  // After a broken line: what did not arrive is said once more; the server knows repeats.
  repeat(shown) {
    for (const { marks } of shown) this.unsure.delete(marks.tmp);
    for (const said of this.unsure.values()) this.line.say(said);
  }

  early(tmp, content) {
    const from = { id: this.me(), first_name: this.person().name };
    const date = this.log.entries.size ? [...this.log.entries.values()].at(-1).message.date : Date.now() / 1000;
    this.log.add({ ...content, from, date }, { tmp, pending: true });
  }

  press(message_id, data) {
    this.do({ do: "press", message_id, data });
  }

  async photo(blob) {
    const query = new URLSearchParams({ chat: this.id, as: this.me(), topic: this.log.topic || "" });
    const sent = await fetch(`/phones/upload?${query}`, { method: "POST", body: blob });
    if (!sent.ok) this.notice(say("lost"));
  }

  // -- the story points here

  hint(hint) {
    this.coach.hint = hint;
    this.point();
  }

  point() {
    this.coach.point(this.element);
  }
}
