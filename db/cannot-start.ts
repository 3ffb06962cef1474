/**
 * Something outside the program is in the way (a setting, a right, a folder in use), and a person can remove it. The
 * message says what and how, so it is printed as it is, without a stack.
 */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
