// A line to the server that comes back by itself: 0.5 s, 1 s, 2 s … up to 8 s, with some chance.

const FIRST = 500, LONGEST = 8000;

export class Line {
  // *heard* gets every event; *state* gets true when the line stands, false when it broke.
  constructor(path, heard, state = () => {}) {
    Object.assign(this, { path, heard, state, wait: FIRST, waiting: [], timer: 0 });
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
    this.open();
  }

  open() {
    clearTimeout(this.timer);
    this.socket = new WebSocket(`ws://${location.host}${this.path}`);
    this.socket.onopen = () => this.opened();
    this.socket.onclose = () => this.closed();
    this.socket.onmessage = ({ data }) => this.heard(JSON.parse(data));
  }

  // What is said while the line is down is said when it stands again; the server knows repeats.
  say(event) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(event));
    else this.waiting.push(event);
  }

  opened() {
    this.wait = FIRST;
    this.state(true);
    for (const event of this.waiting.splice(0)) this.say(event);
  }

  closed() {
    this.state(false);
    this.timer = setTimeout(() => this.open(), this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(this.wait * 2, LONGEST);
  }

  hurry() {
    if (this.socket.readyState === WebSocket.CLOSED) this.open();
  }
}
