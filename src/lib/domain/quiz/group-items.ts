import type { Kind, Question } from '#lib/bank/types.ts';
import { KINDS } from '#lib/bank/types.ts';
import { stillWanted, type Making } from './making.ts';
import type { Entry } from './entry.ts';
import { buildMatch } from './match-items.ts';
import { drawOrder, eligible } from './pool.ts';
import { shuffled } from './random.ts';
import { SINGLE_FORMS } from './single-items.ts';
import { buildSort } from './sort-items.ts';

/** A way to an item of several questions, and the kind it counts for. */
interface Source {
	form: 'match' | 'sort';
	kind: Kind;
}

const SOURCES: Source[] = [
	{ form: 'match', kind: 'who' },
	{ form: 'match', kind: 'where' },
	{ form: 'sort', kind: 'what' }
];

/** From this length on a paper of several forms has room for an item of many questions. */
const ROOM_FOR_GROUPS = 4;

/** Puts `match` and `sort` items on the paper: one in ten each, or as many as asked where no other form is. */
export function addGroups(making: Making): void {
	const total = stillWanted(making);
	const alone = !SINGLE_FORMS.some((form) => making.forms.includes(form));
	if (!alone && total < ROOM_FOR_GROUPS) return;
	const most = alone ? total : Math.max(1, Math.round(total / 10));
	const made = { match: 0, sort: 0 };
	const sources = shuffled(making.random, SOURCES).filter(({ form }) =>
		making.forms.includes(form)
	);
	for (let source = sources.shift(); source; source = sources.shift()) {
		if (made[source.form] >= most || stillWanted(making, source.kind) <= 0) continue;
		const entry = buildFrom(source, making);
		if (!entry || !(alone || leavesEnough(making, entry))) continue;
		making.others.push(entry);
		made[source.form]++;
		sources.push(source);
	}
}

function buildFrom({ form, kind }: Source, making: Making): Entry | undefined {
	return form === 'match'
		? buildMatch(making.order, kind, making)
		: buildSort(sortOrder(making), making);
}

/** Whether there are questions left for the rest of the paper: a short pick is not used up on one screen. */
function leavesEnough(making: Making, entry: Entry): boolean {
	const others = [...making.others, entry];
	const used = new Set(others.flatMap(({ questionIds }) => questionIds));
	const kinds = typeof making.blueprint.length === 'number' ? [undefined] : KINDS;
	return kinds.every((kind) => {
		let wanted = stillWanted({ ...making, others }, kind);
		for (const question of making.order) {
			if (wanted <= 0) break;
			if ((!kind || question.kind === kind) && !used.has(question.id)) wanted--;
		}
		return wanted <= 0;
	});
}

/** Claims are told from what is stated: a quiz about claims sorts stated facts among them. */
function sortOrder({ index, blueprint, order, random }: Making): Question[] {
	if (blueprint.about !== 'claims') return order;
	return drawOrder(index, eligible(index, { ...blueprint, about: 'all' }), random);
}
