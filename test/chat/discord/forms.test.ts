import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import { makeRequest } from '../../../src/chat/discord/forms.ts';
import { listen } from '../../fakes/feedServer.ts';

/** Answers every request with its type and its body. */
async function anEcho(): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    response.setHeader('content-type', request.headers['content-type'] ?? 'none').end(body);
  });
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${await listen(server)}/`;
}

it('a file arrives as it is, also where another undici than discord.js’s sends for the whole process', async () => {
  const before = getGlobalDispatcher();
  const agent = new Agent();
  setGlobalDispatcher(agent);
  onTestFinished(async () => {
    setGlobalDispatcher(before);
    await agent.close();
  });
  const form = new FormData();
  form.append('payload_json', '{"content":"a chart"}');
  form.append('files[0]', new Blob([new Uint8Array([137, 80, 78, 71, 0, 255])], { type: 'image/png' }), 'chart.png');
  const answer = await makeRequest(await anEcho(), { method: 'POST', headers: { authorization: 'Bot x' }, body: form });
  const type = answer.headers.get('content-type') ?? '';
  const read = await new Response(await answer.arrayBuffer(), { headers: { 'content-type': type } }).formData();
  expect(read.get('payload_json')).toBe('{"content":"a chart"}');
  const file = read.get('files[0]');
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : null;
  expect(bytes).toEqual(new Uint8Array([137, 80, 78, 71, 0, 255]));
});
