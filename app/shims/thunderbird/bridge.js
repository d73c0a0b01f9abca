// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// heed-bridge, spoken to over a native messaging port. One port serves all requests that are under way
// and is closed after the last: an open port keeps this event page alive, which a person who thinks for
// minutes needs, and an idle one would keep a process running for nothing.

import { Refused, Unreachable } from "./failure.js";
import { MOST_BYTES, bytesOf } from "./size.js";
import { text } from "./text.js";

const HOST = "io.github.heedmail.heed";
const PROTOCOL = 1;

// While a person thinks, nothing comes from the bridge for minutes, and a bridge or service that hangs
// looks the same. A `hello` in between tells them apart. Counting answers that are missing, in place of
// one long time limit, keeps a laptop that was asleep from looking like a bridge that hangs.
const PULSE_MS = 5000;
const PULSES_MISSED = 3;

// The first `hello` takes longer where the service starts for it; the bridge itself waits 20 seconds.
const GREETING_MS = 30000;

/** One port, from connecting to its end, and the requests waiting on it. */
class Connection {
  #port;
  #pending = new Map();
  #lastId = 0;
  #pulse = null;

  #why = null;
  #onFailure;

  /** What the bridge answered to `hello`. */
  greeting;

  constructor() {
    this.#port = browser.runtime.connectNative(HOST);
    this.#port.onMessage.addListener((answer) => this.#receive(answer));
    this.#port.onDisconnect.addListener((port) => {
      this.#end(whyItEnded(port.error));
    });
    this.greeting = this.#greet();
    // Everyone who awaits the greeting sees its failure; this keeps one nobody awaits from being reported.
    this.greeting.catch(() => {});
  }

  async #greet() {
    const timer = setTimeout(() => this.close(text("reasonSilent")), GREETING_MS);
    try {
      return await this.hello();
    } finally {
      clearTimeout(timer);
    }
  }

  get ended() {
    return this.#why !== null;
  }

  async hello() {
    const { version } = browser.runtime.getManifest();
    const greeting = await this.send("hello", { client: await clientName(), shim: version, protocol: PROTOCOL });
    this.#onFailure = greeting["on-failure"];
    return greeting;
  }

  /** What the policy says about a message that gets no verdict, as the last answer to `hello` has it. */
  get onFailure() {
    return this.#onFailure;
  }

  send(type, members = {}) {
    if (this.ended) {
      return Promise.reject(new Unreachable(this.#why));
    }
    const id = ++this.#lastId;
    const request = { ...members, id, type };
    if (bytesOf(request) > MOST_BYTES) {
      return Promise.reject(new Refused(text("reasonTooLong"), "LimitExceeded"));
    }
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#port.postMessage(request);
    });
  }

  /** Watches that the bridge still answers, until close(). */
  startPulse() {
    if (this.#pulse !== null) {
      return;
    }
    let missed = 0;
    this.#pulse = setInterval(() => {
      if (missed++ >= PULSES_MISSED) {
        this.close(text("reasonSilent"));
        return;
      }
      this.hello().then(() => (missed = 0)).catch(() => {});
    }, PULSE_MS);
  }

  close(why = text("reasonEnded")) {
    this.#port.disconnect();
    this.#end(why);
  }

  #receive(answer) {
    const waiting = this.#pending.get(answer?.id);
    if (!waiting) {
      console.warn("Heed: the bridge sent an answer to no request");
      return;
    }
    this.#pending.delete(answer.id);
    if (answer.type == "reply") {
      waiting.resolve(answer);
    } else if (answer.type != "error") {
      waiting.reject(new Unreachable(text("reasonProtocol")));
    } else if (answer.error == "Unreachable") {
      waiting.reject(new Unreachable(answer.message));
    } else {
      waiting.reject(new Refused(sentenceFor(answer), answer.error));
    }
  }

  #end(why) {
    this.#why = why;
    clearInterval(this.#pulse);
    for (const { reject } of this.#pending.values()) {
      reject(new Unreachable(why));
    }
    this.#pending.clear();
  }
}

/** Connects when the first request comes and disconnects after the last. */
class Bridge {
  #connection = null;
  #last = null;
  #users = 0;

  /** The bridge's answer to a fresh `hello`. Rejects with Unreachable. */
  hello() {
    return this.#use(async (connection) => {
      await connection.greeting;
      return connection.hello();
    });
  }

  /**
   * Sends one request and resolves with its reply, however long that takes. Rejects with Unreachable or
   * Refused.
   */
  request(type, members) {
    return this.#use(async (connection) => {
      const { protocol, service, problem } = await connection.greeting;
      if (protocol !== PROTOCOL) {
        throw new Unreachable(text("reasonProtocol"));
      }
      if (!service) {
        throw new Unreachable(problem);
      }
      if (["confirm-send", "learn-recipients"].includes(type)) {
        connection.startPulse();
      }
      return connection.send(type, members);
    });
  }

  /** "ask", "cancel" or "allow", as the bridge of the last request had it; "ask" where it said nothing. */
  get onFailure() {
    return ["cancel", "allow"].includes(this.#last?.onFailure) ? this.#last.onFailure : "ask";
  }

  /** Has the bridge say what the policy is, where no request did so before. */
  async learnPolicy() {
    if (this.#last === null) {
      await this.hello().catch(() => {});
    }
  }

  async #use(action) {
    if (!this.#connection || this.#connection.ended) {
      this.#connection = new Connection();
      this.#last = this.#connection;
      this.#users = 0;
    }
    const connection = this.#connection;
    this.#users++;
    try {
      return await action(connection);
    } finally {
      // A newer connection has its own count.
      if (connection === this.#connection && --this.#users == 0) {
        this.#connection = null;
        connection.close();
      }
    }
  }
}

// What is wrong with a request itself is for whoever writes the extension, and nothing a person can mend.
function sentenceFor({ error, message }) {
  if (error != "InvalidArgument") {
    return message;
  }
  console.warn(`Heed: ${message}`);
  return text("reasonFault");
}

// Thunderbird's own words name the host, which tells a person nothing; they are for the console.
function whyItEnded(error) {
  if (/^No such native application/.test(error?.message)) {
    return text("reasonNotInstalled");
  }
  if (error) {
    console.warn(`Heed: the bridge ended: ${error.message}`);
  }
  return text("reasonEnded");
}

/** Name and version of the mail program, such as `Thunderbird/153.7.0`. */
export async function clientName() {
  const { name, version } = await browser.runtime.getBrowserInfo();
  return `${name}/${version}`;
}

export const bridge = new Bridge();
