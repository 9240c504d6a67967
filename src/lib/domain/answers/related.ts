import type { NameType } from '#lib/bank/types.ts';
import { foldKey } from '#lib/text/fold.ts';
import type { ReadyKey } from './grading.ts';
import { partly, wrong } from './marks.ts';
import type { Subject } from './subjects.ts';
import type { Mark } from './types.ts';

const PLACES = new Set<NameType | undefined>(['country', 'city', 'district', 'landmark']);

/** A whole says too little where it is a country, or stands in the question already. */
function isTooWide({ type, spellings }: Subject, ask: string): boolean {
	if (type === 'country') return true;
	const asked = ` ${foldKey(ask)} `;
	return spellings.some(({ key }) => asked.includes(` ${key} `));
}

/**
 * Grades a name that is not the answer but a whole or a part of it, or on one side of `actsFor`:
 * partly right, save for a place too wide to say anything.
 */
export function related({ key }: ReadyKey, subject: Subject): Mark {
	const { relation, name, type } = subject;
	if (relation === 'acts-for' || relation === 'actor') {
		return partly('acts-for', { code: 'acts-for', name });
	}
	if (!PLACES.has(type)) return partly('part-of', { code: 'acts-for', name });
	if (relation === 'part') return partly('part-of', { code: 'narrower-place', typed: name });
	const tell = { code: 'wider-place', typed: name, within: name } as const;
	return isTooWide(subject, key.ask) ? wrong('too-wide', tell) : partly('part-of', tell);
}
