/** Sizes in units of the picture, which a phone shows almost one to one, and its own colours on its own paper. */

export const WIDTH = 400;
/** Between the edge and anything written. */
export const MARGIN = 12;
/** Between the edge and the beginning of the time axis: room for the numbers of the other axis. */
export const AXIS_LEFT = 36;
/** Half a date stands beyond the end of the axis. */
export const AXIS_RIGHT = 22;
export const TEXT_WIDTH = WIDTH - 2 * MARGIN;

export const TITLE_SIZE = 17;
export const LABEL_SIZE = 12;
export const LINE_HEIGHT = 16;

/** The first is shipped with the desk; the others stand in where a page does not have it. */
export const FONT = 'DejaVu Sans, Verdana, sans-serif';

/** Every pair that is told apart differs in lightness too, and in its shape. */
export const COLOURS = {
  paper: '#ffffff',
  edge: '#d0d7de',
  ink: '#1f2328',
  quiet: '#57606a',
  grid: '#e4e8ec',
  beyond: '#f3f5f7',
  hit: '#1e40af',
  paleHit: '#bdd1fb',
  deadline: '#9d174d',
  paleDeadline: '#fbdcea',
  faded: '#818b98',
  paleFaded: '#eff2f5',
};
