export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

export interface MeasuredFunction {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly lines: number;
}

export interface RoomFigures {
  readonly name: string;
  readonly files: number;
  readonly lines: number;
  readonly commentLines: number;
  readonly fileSpread: Spread;
  readonly functions: readonly MeasuredFunction[];
  readonly functionSpread: Spread;
}

export declare const LIMITS: Readonly<Record<'median' | 'p90', number>>;
export declare function sources(): readonly SourceText[];
export declare function measureRooms(files: readonly SourceText[]): {
  readonly rooms: readonly RoomFigures[];
  readonly total: RoomFigures;
};
export declare function offencesOf(room: RoomFigures): readonly string[];
