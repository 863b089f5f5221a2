import type { MeasuredFunction, Spread } from './rooms.mjs';

export interface MeasuredFile {
  readonly path: string;
  readonly lines: number;
  readonly commentLines: number;
  readonly functions: readonly MeasuredFunction[];
}

export declare function measureFile(path: string, text: string): MeasuredFile;
export declare function percentile(numbers: readonly number[], share: number): number;
export declare function spreadOf(numbers: readonly number[]): Spread;
