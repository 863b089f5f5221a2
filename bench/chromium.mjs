/** A headless Chromium, spoken to by its own protocol (Chrome DevTools Protocol). */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';

const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-port=0'];
const LISTENING = /^DevTools listening on (ws:\S+)$/;

/** Resolves with the address it listens at. */
function addressOf(browser) {
  return new Promise((resolve, reject) => {
    browser.on('error', reject);
    browser.on('exit', (code) => reject(new Error(`chromium ended with ${code}`)));
    createInterface({ input: browser.stderr }).on('line', (line) => {
      const [, address] = LISTENING.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
}

class Connection {
  #socket;
  #next = 1;
  #asked = new Map();
  #listeners = [];

  constructor(socket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(JSON.parse(String(data))));
  }

  #hear({ id, method, params, result, error }) {
    if (id === undefined) {
      for (const listener of this.#listeners) listener(method, params);
      return;
    }
    const { resolve, reject } = this.#asked.get(id);
    this.#asked.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }

  on(listener) {
    this.#listeners.push(listener);
  }

  once(name) {
    return new Promise((resolve) => {
      const listener = (method, params) => {
        if (method !== name) return;
        this.#listeners = this.#listeners.filter((one) => one !== listener);
        resolve(params);
      };
      this.on(listener);
    });
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
  }
}

async function connected(address) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  return { connection: new Connection(socket), close: () => socket.terminate() };
}

/** Opens a browser with one empty page; `work` gets `send` for that page, `once` and `on` for its events. */
export async function withChromium(work, binary = 'chromium') {
  const folder = mkdtempSync(join(tmpdir(), 'desk-chromium-'));
  const browser = spawn(binary, [...ARGUMENTS, `--user-data-dir=${folder}`, 'about:blank']);
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  try {
    const { connection, close } = await connected(await addressOf(browser));
    const { targetInfos } = await connection.send('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }) => type === 'page');
    const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
    const send = (method, params) => connection.send(method, params, sessionId);
    const answer = await work({ send, once: (name) => connection.once(name), on: (hear) => connection.on(hear) });
    close();
    return answer;
  } finally {
    browser.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
