// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The requests of bridge.js over a scripted port. The real port and bridge are met in tests/clients.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

let ports;

/** Both ends of a native messaging port, with the bridge's end in the test's hand. */
class Port {
  sent = [];
  disconnected = false;
  onMessage = { addListener: (listener) => (this.deliver = listener) };
  onDisconnect = { addListener: (listener) => (this.leave = listener) };

  postMessage(message) {
    this.sent.push(message);
    this.answer?.(message);
  }

  disconnect() {
    this.disconnected = true;
  }
}

globalThis.browser = {
  i18n: { getMessage: (name) => name },
  runtime: {
    connectNative(host) {
      assert.equal(host, "io.github.heedmail.heed");
      ports.push(new Port());
      return ports.at(-1);
    },
    getBrowserInfo: async () => ({ name: "Thunderbird", version: "153.7.0" }),
    getManifest: () => ({ version: "0.1.0" }),
  },
};

const { bridge } = await import("../../../app/shims/thunderbird/bridge.js");
const { Refused, Unreachable, afterFailure } = await import("../../../app/shims/thunderbird/failure.js");

const SERVICE = { version: 1, managed: false };

function greet(port, greeting = {}) {
  port.answer = ({ id, type }) => {
    if (type == "hello") {
      port.deliver({ id, type: "reply", version: "0.1.0", protocol: 1, service: SERVICE, ...greeting });
    }
  };
}

/** Lets everything that waits for nothing but promises go on. */
async function settle() {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

async function ask(greeting) {
  const reply = bridge.request("confirm-send", { recipients: [] });
  reply.catch(() => {});
  greet(ports.at(-1), greeting);
  await settle();
  return { reply, port: ports.at(-1), asked: ports.at(-1).sent.find(({ type }) => type == "confirm-send") };
}

beforeEach(() => {
  ports = [];
});

test("greets, asks, gets its reply and disconnects", async () => {
  const { reply, port, asked } = await ask();
  assert.deepEqual(port.sent[0], { id: 1, type: "hello", client: "Thunderbird/153.7.0", shim: "0.1.0", protocol: 1 });
  port.deliver({ id: asked.id, type: "reply", verdict: "allow" });
  assert.equal((await reply).verdict, "allow");
  assert.ok(port.disconnected);
});

test("answers come in any order, each to its request", async () => {
  const { reply: one, port, asked } = await ask();
  const { reply: two } = await ask();
  assert.equal(ports.length, 1);
  port.deliver({ id: port.sent.at(-1).id, type: "reply", verdict: "allow" });
  port.deliver({ id: 99, type: "reply", verdict: "allow" });
  assert.equal((await two).verdict, "allow");
  assert.ok(!port.disconnected);
  port.deliver({ id: asked.id, type: "reply", verdict: "cancel" });
  assert.equal((await one).verdict, "cancel");
  assert.ok(port.disconnected);
});

const FAILURES = [
  ["an error is a refusal", (id) => ({ id, type: "error", error: "InvalidRecipient", message: "m" }), Refused, "m"],
  ["Unreachable is not", (id) => ({ id, type: "error", error: "Unreachable", message: "m" }), Unreachable, "m"],
  ["an answer of no known type", (id) => ({ id, type: "allow", verdict: "allow" }), Unreachable, "reasonProtocol"],
];

for (const [name, answer, type, sentence] of FAILURES) {
  test(name, async () => {
    const { reply, port, asked } = await ask();
    port.deliver(answer(asked.id));
    await assert.rejects(reply, type == Refused ? new type(sentence, "InvalidRecipient") : new type(sentence));
  });
}

test("what is wrong with the request itself is no sentence for a person", async () => {
  const { reply, port, asked } = await ask();
  port.deliver({ id: asked.id, type: "error", error: "InvalidArgument", message: "options.timeout must be a number" });
  await assert.rejects(reply, new Refused("reasonFault", "InvalidArgument"));
});

test("a request that is longer than a frame is not sent, and says so", async () => {
  const long = bridge.request("confirm-send", { recipients: ["n".repeat(1024 * 1024)] });
  const { reply, port, asked } = await ask({ "on-failure": "cancel" });
  await assert.rejects(long, new Refused("reasonTooLong", "LimitExceeded"));
  assert.equal(port.sent.filter(({ type }) => type == "confirm-send").length, 1);
  assert.equal(bridge.onFailure, "cancel");
  port.deliver({ id: asked.id, type: "reply", verdict: "cancel" });
  await reply;
});

test("what is no object answers nothing", async () => {
  const { reply, port, asked } = await ask();
  for (const noise of [null, 1, "allow", [], { type: "reply", verdict: "allow" }]) {
    port.deliver(noise);
  }
  port.deliver({ id: asked.id, type: "reply", verdict: "cancel" });
  assert.equal((await reply).verdict, "cancel");
});

test("a bridge that ends answers all, and the next request starts another", async () => {
  const { reply, port } = await ask();
  // Thunderbird's own words are not for a person.
  port.leave({ error: { message: "Attempt to postMessage on disconnected port" } });
  await assert.rejects(reply, new Unreachable("reasonEnded"));
  const { reply: next, port: other, asked } = await ask();
  assert.notEqual(port, other);
  other.deliver({ id: asked.id, type: "reply", verdict: "cancel" });
  await next;
});

test("a bridge that is not installed says so", async () => {
  const reply = bridge.request("prepare");
  ports[0].leave({ error: { message: "No such native application" } });
  await assert.rejects(reply, new Unreachable("reasonNotInstalled"));
});

test("asks nothing of another protocol or without a service", async () => {
  const other = await ask({ protocol: 2 });
  await assert.rejects(other.reply, new Unreachable("reasonProtocol"));
  const alone = await ask({ service: null, problem: "not installed" });
  await assert.rejects(alone.reply, new Unreachable("not installed"));
  assert.equal(alone.asked, undefined);
});

test("knows what the policy says about failures", async () => {
  const { reply } = await ask({ service: null, problem: "gone", "on-failure": "allow" });
  await assert.rejects(reply, Unreachable);
  assert.equal(bridge.onFailure, "allow");
  assert.equal(afterFailure(new Unreachable("gone"), bridge.onFailure), "allow");
  const next = bridge.request("prepare");
  ports.at(-1).leave({ error: { message: "No such native application" } });
  await assert.rejects(next, Unreachable);
  // What an earlier bridge said counts no longer.
  assert.equal(bridge.onFailure, "ask");
  const odd = await ask({ service: null, problem: "gone", "on-failure": "send" });
  await assert.rejects(odd.reply, Unreachable);
  assert.equal(bridge.onFailure, "ask");
});

const AFTER = [
  [new Unreachable("m"), "ask", "ask"],
  [new Unreachable("m"), "cancel", "cancel"],
  [new Unreachable("m"), "allow", "allow"],
  [new Refused("m", "InvalidRecipient"), "allow", "allow"],
  [new Refused("m"), "cancel", "cancel"],
  // A fault of the shim: nothing goes by itself.
  [new TypeError("m"), "allow", "ask"],
  [new TypeError("m"), "cancel", "cancel"],
  [undefined, "allow", "ask"],
];

for (const [error, onFailure, action] of AFTER) {
  test(`after ${error?.name ?? error} (${error?.constructor.name}) with ${onFailure}: ${action}`, () => {
    assert.equal(afterFailure(error, onFailure), action);
  });
}

test("waits as long as the person thinks, while the bridge answers", async () => {
  mock.timers.enable({ apis: ["setInterval"] });
  const { reply, port, asked } = await ask();
  for (let pulse = 0; pulse < 100; pulse++) {
    mock.timers.tick(5000);
    await settle();
  }
  port.deliver({ id: asked.id, type: "reply", verdict: "allow" });
  assert.equal((await reply).verdict, "allow");
  mock.timers.reset();
});

test("a bridge that does not even greet is given up", async () => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const reply = bridge.request("confirm-send", { recipients: [] });
  reply.catch(() => {});
  await settle();
  mock.timers.tick(29999);
  assert.ok(!ports[0].disconnected);
  mock.timers.tick(1);
  await assert.rejects(reply, new Unreachable("reasonSilent"));
  assert.ok(ports[0].disconnected);
  mock.timers.reset();
});

test("learns the policy where nobody asked for it", async () => {
  const { bridge: fresh } = await import("../../../app/shims/thunderbird/bridge.js?fresh");
  const learned = fresh.learnPolicy();
  greet(ports[0], { "on-failure": "cancel" });
  await learned;
  assert.equal(fresh.onFailure, "cancel");
  await fresh.learnPolicy();
  assert.equal(ports.length, 1);
});

test("a bridge that hangs is given up", async () => {
  mock.timers.enable({ apis: ["setInterval"] });
  const { reply, port } = await ask();
  port.answer = null;
  for (let pulse = 0; pulse < 4; pulse++) {
    mock.timers.tick(5000);
    await settle();
  }
  await assert.rejects(reply, new Unreachable("reasonSilent"));
  assert.ok(port.disconnected);
  mock.timers.reset();
});
