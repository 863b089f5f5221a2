import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { at } from '../fakes/nouns.ts';
import { storeContract } from './contract.ts';

storeContract('SQLite', async () => createStore(openSqlite(':memory:', at('2025-07-14T00:00Z')).engine, TITLE_READER));
