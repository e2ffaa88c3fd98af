// The story's bar: its clock, its three buttons, what comes next.

import { h } from "./dom.js";
import { dress } from "./emoji.js";
import { Line } from "./socket.js";
import { say, told } from "./words.js";

const STEPS = ["find", "morning", "later"];

export class Bar {
  // *point(hints)* is called whenever the story points at phones.
  constructor(point) {
    this.point = point;
    this.status = { step: "", hints: [] };
    this.buttons = new Map();
    this.clock = document.getElementById("clock");
    this.next = document.getElementById("next");
    document.getElementById("reset").addEventListener("click", () => this.ask("reset"));
    this.build();
    this.line = new Line("/phones/story", (event) => this.heard(event.status));
  }

  build() {
    const items = STEPS.map((name, n) => {
      const button = h("button", { type: "button", class: "step", onclick: () => this.ask(name) },
        h("span", { class: "number", "aria-hidden": "true" }, String(n + 1)),
        h("span", { class: "words" }, h("b"), h("small")), h("span", { class: "hidden state" }));
      this.buttons.set(name, button);
      return h("li", {}, button);
    });
    document.getElementById("steps").replaceChildren(...items);
    this.words();
  }

  words() {
    for (const [name, button] of this.buttons) {
      button.querySelector("b").textContent = say(name);
      button.querySelector("small").textContent = say(`${name}More`);
    }
    this.draw();
  }

  heard(status) {
    this.status = status;
    this.draw();
    this.point(status.hints || []);
  }

  draw() {
    const { status } = this;
    const last = status.step === "done" ? STEPS.length : STEPS.indexOf(status.step);
    STEPS.forEach((name, n) => this.mark(this.buttons.get(name), (status.done || []).includes(name) || n < last, n === last));
    this.clock.textContent = told(status.clock);
    document.querySelector(".story").classList.toggle("busy", Boolean(status.busy));
    const words = status.busy ? say("busy") : told(status.note);
    if (this.next.dataset.words !== words) this.next.replaceChildren(dress(h("span", {}, words)));
    this.next.dataset.words = words;
  }

  mark(button, done, next) {
    button.classList.toggle("done", done);
    button.classList.toggle("now", next && !this.status.busy);
    button.setAttribute("aria-current", next ? "step" : "false");
    button.querySelector(".state").textContent = done ? `（${say("stepDone")}）` : next ? `（${say("stepNext")}）` : "";
    button.querySelector(".number").textContent = done ? "✓" : String([...this.buttons.values()].indexOf(button) + 1);
  }

  async ask(name) {
    document.querySelector(".story").classList.add("busy");
    const answer = await fetch(`/phones/story/${name}`, { method: "POST" }).catch(() => null);
    const trouble = answer?.ok ? "" : say(answer?.status === 409 ? "wait" : "failed");
    this.draw();
    if (trouble) this.next.replaceChildren(trouble);
    this.next.dataset.words = trouble || this.next.dataset.words;
  }
}
