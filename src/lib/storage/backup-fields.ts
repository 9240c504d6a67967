import * as v from 'valibot';

/** What fields of several tables are held against. */

export const text = v.pipe(v.string(), v.maxLength(10_000));
/** Room for a whole text as it is pasted, and for whatever was typed beside it. */
export const long = v.pipe(v.string(), v.maxLength(4_000_000));
/** A question's id in full is three slugs of at most 200 characters. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
/** An id that may still be missing. */
export const ref = v.pipe(v.string(), v.maxLength(1000));
export const ids = v.array(id);
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const whole = v.pipe(v.number(), v.safeInteger());
