import { foldKey } from '#lib/bank/fold-key.ts';
import { spellings } from '#lib/bank/key-texts.ts';
import type { Name } from '#lib/bank/types.ts';
import { words } from '#lib/text/tokens.ts';

/** A name where it stands in a text: UTF-16 offsets, end exclusive. */
export interface FoundName {
	name: Name;
	start: number;
	end: number;
}

/** The longest spelling that is looked for, in words. */
const MOST_WORDS = 8;

const known = new WeakMap<readonly Name[], Map<string, Name>>();

/** Names by each folded spelling, of one spelling the first; made once a list. */
function bySpelling(names: readonly Name[]): Map<string, Name> {
	const made = known.get(names);
	if (made) return made;
	const found = new Map<string, Name>();
	for (const name of names)
		for (const spelling of spellings(name)) {
			const key = foldKey(spelling);
			if (key !== '' && !found.has(key)) found.set(key, name);
		}
	known.set(names, found);
	return found;
}

/** The name of which a text is a spelling. */
export function nameOf(text: string, names: readonly Name[]): Name | undefined {
	return bySpelling(names).get(foldKey(text));
}

/** The names a text speaks of, in its order; of two that overlap the longer one that begins first. */
export function findNames(text: string, names: readonly Name[]): FoundName[] {
	const list = words(text);
	const spelt = bySpelling(names);
	const found: FoundName[] = [];
	for (let at = 0; at < list.length; at += 1) {
		for (let to = Math.min(list.length, at + MOST_WORDS) - 1; to >= at; to -= 1) {
			const [start, end] = [list[at]?.start ?? 0, list[to]?.end ?? 0];
			const name = spelt.get(foldKey(text.slice(start, end)));
			if (!name) continue;
			found.push({ name, start, end });
			at = to;
			break;
		}
	}
	return found;
}
