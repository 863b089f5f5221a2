import { expect, it } from 'vitest';
import { chainPicture } from '../../../../src/web/plot/chain/picture.ts';
import { tellChain } from '../../../../src/web/plot/chain/told.ts';
import { PENDING } from './chains.ts';

it('a chain is handed on as PNG, 800 wide, with the same in words', async () => {
  const { name, bytes, alt } = await chainPicture(PENDING, PENDING.now);
  expect(name).toMatch(/^[a-z-]+\.png$/);
  expect([...bytes.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(16)).toBe(800);
  expect(alt).toBe(tellChain(PENDING));
});
