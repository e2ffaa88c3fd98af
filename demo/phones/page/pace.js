// What comes from the bot appears at a pace people can follow, in the order it came.

const GAPS = { slow: 1500, calm: 600, now: 0 };
const queue = [];
let pace = "calm", last = 0, timer = 0;

export function setPace(name) {
  pace = GAPS[name] === undefined ? "calm" : name;
  run();
}

// *show* runs in its turn. A *heavy* one (a message of the bot) keeps a distance to the one
// before; *ahead* is called as soon as it has to wait, for the "typing…" sign.
export function inTurn(owner, show, heavy, ahead = () => {}) {
  queue.push({ owner, show, heavy, ahead, told: false });
  run();
}

// What still waits for *owner* is no longer needed.
export function forget(owner) {
  for (let n = queue.length - 1; n >= 0; n -= 1) if (queue[n].owner === owner) queue.splice(n, 1);
}

// A long queue goes faster, so that nobody waits for a whole morning's messages.
const gap = () => GAPS[pace] / Math.max(1, queue.length / 6);

function run() {
  clearTimeout(timer);
  while (queue.length) {
    const next = queue[0];
    const rest = next.heavy && !document.hidden ? last + gap() - performance.now() : 0;
    if (rest > 0) {
      if (!next.told) next.ahead();
      next.told = true;
      timer = setTimeout(run, rest);
      return;
    }
    queue.shift();
    if (next.heavy) last = performance.now();
    next.show();
  }
}
