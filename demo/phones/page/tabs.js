// On narrow screens one phone at a time, behind tabs; on wide ones all side by side.

import { h } from "./dom.js";
import { say } from "./words.js";

const narrow = matchMedia("(max-width: 899.98px)");

export class Tabs {
  constructor(list) {
    Object.assign(this, { list, phones: [], buttons: new Map(), shown: null });
    list.addEventListener("keydown", (event) => this.moved(event));
    narrow.addEventListener("change", () => this.layout());
  }

  fill(phones) {
    this.phones = phones;
    this.buttons = new Map(phones.map((phone) => [phone, this.tab(phone)]));
    this.list.replaceChildren(...this.buttons.values());
    this.show(phones[0]);
  }

  tab(phone) {
    const id = phone.element.id;
    return h("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": id, onclick: () => this.show(phone) },
      h("span", { class: "words" }, say(phone.card.role)), h("span", { class: "count", hidden: true }));
  }

  rename() {
    for (const [phone, tab] of this.buttons) tab.firstChild.textContent = say(phone.card.role);
  }

  show(phone) {
    this.shown = phone;
    this.count(phone, 0);
    this.layout();
    phone.log.toEnd();
  }

  layout() {
    for (const [phone, tab] of this.buttons) {
      const on = phone === this.shown;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      phone.element.classList.toggle("off", narrow.matches && !on);
      phone.element.setAttribute("role", narrow.matches ? "tabpanel" : "region");
    }
  }

  // Something new on a phone that is not in view.
  unread(phone) {
    if (narrow.matches && phone !== this.shown) this.count(phone, (phone.waiting || 0) + 1);
  }

  count(phone, number) {
    phone.waiting = number;
    const badge = this.buttons.get(phone)?.lastChild;
    if (!badge) return;
    badge.hidden = !number;
    if (!number) badge.replaceChildren();
    else badge.replaceChildren(h("span", { "aria-hidden": "true" }, String(number)), h("span", { class: "hidden" }, say("unread", { n: number })));
  }

  hinted(phone, on) {
    this.buttons.get(phone)?.classList.toggle("wanted", on);
  }

  moved(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = this.phones.at((this.phones.indexOf(this.shown) + step) % this.phones.length);
    this.show(next);
    this.buttons.get(next).focus();
  }
}
