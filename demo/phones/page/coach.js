// What the story asks of this phone: a line above the text field, and a frame around the button.

import { h } from "./dom.js";
import { dress } from "./emoji.js";
import { say, told } from "./words.js";

export class Coach {
  constructor() {
    this.element = h("p", { class: "coach", hidden: true });
    this.hint = null;
  }

  // Point at the button in *phone* once more: keyboards may have changed.
  point(phone) {
    const text = told(this.hint?.text);
    this.element.hidden = !text;
    if (this.element.dataset.text !== text) this.element.replaceChildren(h("b", {}, say("hint")), dress(h("span", {}, text)));
    this.element.dataset.text = text;
    phone.classList.toggle("turn", Boolean(text));
    const label = told(this.hint?.press);
    const keys = [...phone.querySelectorAll(".key")];
    const wanted = label && keys.filter((key) => key.dataset.key === label).at(-1);
    for (const key of keys) key.classList.toggle("wanted", key === wanted);
  }
}
