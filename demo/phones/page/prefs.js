// What a visitor may set: language, large type, dark, pace. Remembered by this browser only.

import { setPace } from "./pace.js";
import { language, setLanguage } from "./words.js";

const root = document.documentElement;
const get = (name) => localStorage.getItem(`jpf.${name}`);
const keep = (name, value) => localStorage.setItem(`jpf.${name}`, value);
const button = (id) => document.getElementById(id);

// *spoken* is what the server speaks; *renamed* is called when the page changes its language.
export async function startPrefs(spoken, renamed) {
  const asked = new URLSearchParams(location.search).get("lang");
  await speak(asked || get("language") || spoken, spoken);
  large(get("large") === "true");
  dark(get("dark") ? get("dark") === "true" : matchMedia("(prefers-color-scheme: dark)").matches);
  pace(get("pace") || "calm");
  button("large").addEventListener("click", () => large(!root.classList.contains("large"), true));
  button("dark").addEventListener("click", () => dark(root.dataset.theme !== "dark", true));
  button("pace").addEventListener("change", (event) => pace(event.target.value, true));
  button("language").addEventListener("click", async () => {
    await speak(language() === "en" ? "zh" : "en");
    keep("language", language());
    renamed();
  });
  button("more").addEventListener("click", () => {
    const open = document.querySelector(".brand").classList.toggle("open");
    button("more").setAttribute("aria-expanded", String(open));
  });
}

// The people's apps change too, so that the bot answers in this language from now on.
async function speak(name, before) {
  setLanguage(name);
  const other = button("language");
  other.textContent = language() === "en" ? "中文" : "English";
  other.lang = language() === "en" ? "zh-CN" : "en";
  if (language() !== before) await fetch(`/phones/language/${language()}`, { method: "POST" });
}

function large(on, remember) {
  root.classList.toggle("large", on);
  button("large").setAttribute("aria-pressed", String(on));
  if (remember) keep("large", on);
}

function dark(on, remember) {
  root.dataset.theme = on ? "dark" : "light";
  button("dark").setAttribute("aria-pressed", String(on));
  if (remember) keep("dark", on);
}

function pace(name, remember) {
  setPace(name);
  button("pace").value = name;
  if (remember) keep("pace", name);
}

