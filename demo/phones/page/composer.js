// Where a person writes: text field, quick answers, and a panel for photo, place and commands.

import { h, icon } from "./dom.js";
import { quick } from "./keys.js";
import { shrink } from "./photo.js";
import { say } from "./words.js";

export class Composer {
  // *phone* gives: room, people, chat, do(event, early), photo(blob), me().
  constructor(phone) {
    this.phone = phone;
    this.id = `write${phone.id}`;
    this.field = h("textarea", { id: this.id, rows: "1", autocomplete: "off", enterkeyhint: "send" });
    this.plus = h("button", { type: "button", class: "round", "aria-expanded": "false", onclick: () => this.toggle() }, icon("plus"));
    this.go = h("button", { type: "submit", class: "round go" });
    this.panel = h("div", { class: "panel", hidden: true });
    this.speakers = h("div", { class: "speakers", hidden: true });
    this.answers = h("div", { class: "answers" });
    this.form = h("form", { class: "write", onsubmit: (event) => this.submit(event) }, this.plus, this.field, this.go);
    this.element = h("div", { class: "composer" }, this.speakers, this.panel, this.form, this.answers);
    this.field.addEventListener("input", () => this.fit());
    this.field.addEventListener("keydown", (event) => this.typed(event));
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && !this.panel.hidden && this.toggle(false));
  }

  // People, words and menus as they are now.
  fill(markup) {
    this.placeholder = markup?.input_field_placeholder || say("write");
    this.field.placeholder = this.placeholder;
    this.field.setAttribute("aria-label", `${say("write")}：${this.phone.name}`);
    this.plus.setAttribute("aria-label", say("attach"));
    this.speakersNow();
    this.keyboard(markup);
    this.toggle(false);
    this.fit();
  }

  speakersNow() {
    this.speakers.hidden = !this.phone.room;
    if (!this.phone.room) return;
    const id = `who${Math.abs(this.phone.id)}`;
    const chosen = this.phone.me();
    const options = this.phone.people.map((person) => h("option", { value: person.id, selected: person.id === chosen }, person.name));
    const select = h("select", { id, onchange: () => this.phone.speak(Number(select.value)) }, options);
    this.speakers.replaceChildren(h("label", { for: id }, say("speaking")), select);
  }

  keyboard(markup) {
    const acts = {
      text: (text) => this.phone.do({ do: "text", text }, { text }),
      place: () => this.places(),
      contact: () => this.phone.do({ do: "contact" }),
    };
    this.answers.replaceChildren(...[quick(markup, acts)].filter(Boolean));
    this.field.placeholder = markup?.input_field_placeholder || say("write");
  }

  submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text) this.phone.do({ do: "text", text }, { text });
    else this.phone.do({ do: "voice" });
    this.field.value = "";
    this.fit();
  }

  typed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (this.field.value.trim()) this.form.requestSubmit();
  }

  // As high as its text, up to five lines; the button sends text, or a voice note without text.
  fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 150)}px`;
    const empty = !this.field.value.trim();
    this.go.replaceChildren(icon(empty ? "mic" : "send"));
    this.go.setAttribute("aria-label", say(empty ? "voice" : "send"));
    this.go.classList.toggle("voice-note", empty);
  }

  toggle(open = this.panel.hidden) {
    if (open) this.first();
    else if (this.panel.contains(document.activeElement)) this.plus.focus();
    this.panel.hidden = !open;
    this.plus.setAttribute("aria-expanded", String(open));
  }

  first() {
    const choice = (name, label, act) => h("button", { type: "button", class: "choice", onclick: act }, icon(name), say(label));
    this.panel.replaceChildren(
      choice("photo", "photo", () => this.pickPhoto()),
      choice("pin", "place", () => this.places()),
      choice("menu", "commands", () => this.commands()),
    );
  }

  pickPhoto() {
    const input = h("input", { type: "file", accept: "image/*" });
    input.addEventListener("change", async () => {
      this.toggle(false);
      const blob = await shrink(input.files[0]);
      if (blob) this.phone.photo(blob);
      else this.phone.notice(say("badPhoto"));
    });
    input.click();
  }

  places() {
    const go = ({ latitude, longitude }) => {
      this.toggle(false);
      this.phone.do({ do: "location", latitude, longitude }, { location: { latitude, longitude } });
    };
    const list = this.phone.person().places || [];
    this.list(say("placeWhich"), list.map((place) => h("button", { type: "button", class: "line", onclick: () => go(place) }, icon("pin"), place.name)));
  }

  commands() {
    const list = this.phone.person().commands?.[this.phone.id] || [];
    const go = (text) => {
      this.toggle(false);
      this.phone.do({ do: "text", text }, { text });
    };
    const lines = list.map(({ command, description }) => h("button", { type: "button", class: "line", onclick: () => go(`/${command}`) }, h("b", {}, `/${command}`), description));
    this.list(say("commands"), lines.length ? lines : [h("p", {}, say("noCommands"))]);
  }

  list(title, lines) {
    this.panel.replaceChildren(h("p", { class: "title" }, title), ...lines);
    this.panel.hidden = false;
    this.plus.setAttribute("aria-expanded", "true");
    this.panel.querySelector("button")?.focus();
  }
}
