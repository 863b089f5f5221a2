/** Before all tests: the desk as JavaScript, for those that run it, or the thread that reads feeds, by themselves. */
import { buildDesk } from './fakes/line/built.ts';

export default buildDesk;
