/**
 * Before every test file: whatever a bug may try, tests connect to this machine only. A connection elsewhere throws
 * where it is opened, so that the test that caused it fails.
 */
import net from 'node:net';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

function hostOf(args: readonly unknown[]): string | null {
  const [first] = args;
  const options: unknown = Array.isArray(first) ? first[0] : first;
  if (options === null || typeof options !== 'object') return typeof args[1] === 'string' ? args[1] : null;
  return 'host' in options && typeof options.host === 'string' ? options.host : null;
}

const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function connectToLoopback(this: net.Socket, ...args: never[]) {
  const host = hostOf(args);
  if (host !== null && !LOOPBACK.test(host)) throw new Error(`A test tried to connect to ${host}`);
  return Reflect.apply(connect, this, args);
};
