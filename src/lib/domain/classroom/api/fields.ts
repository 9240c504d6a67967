import * as v from 'valibot';
import { isPoint } from '#lib/domain/classroom/points.ts';
import { UUID } from '#lib/domain/classroom/uuid.ts';

/** Fields that several messages of the class API have. */

export const upTo = (most: number) =>
	v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most));
export const from0 = (most: number) =>
	v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));
/** epoch ms */
export const time = from0(8.64e15);
export const uuid = v.pipe(v.string(), v.regex(UUID));
export const pupilNo = upTo(999);
export const line = v.pipe(v.string(), v.maxLength(300));
export const hash = v.pipe(v.string(), v.maxLength(100));
export const point = v.pipe(v.string(), v.maxLength(100), v.check(isPoint));
export const list = <const S extends v.GenericSchema>(each: S, most: number) =>
	v.pipe(v.array(each), v.maxLength(most));
