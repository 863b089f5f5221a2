/** Files beside a request: the form they travel in. */
import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/**
 * Sends as discord.js does, with files as bytes. It hands them over as a form, and to the dispatcher that all copies of
 * undici in a process share; that is the copy's that was loaded first, and a newer one takes no form but its own.
 */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = new Headers({ ...init.headers, ...Object.fromEntries(form.headers) });
  const body = new Uint8Array(await form.arrayBuffer());
  return DefaultRestOptions.makeRequest(url, { ...init, headers: Object.fromEntries(headers), body });
};
