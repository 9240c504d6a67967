import type { Kind, Question } from '#lib/bank/types.ts';
import { KINDS } from '#lib/bank/types.ts';
import { stillWanted, type Desk } from './desk.ts';
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

/** Puts `match` and `sort` items on the desk: one in ten each, or as many as asked where no other form is. */
export function addGroups(desk: Desk): void {
	const total = stillWanted(desk);
	const alone = !SINGLE_FORMS.some((form) => desk.forms.includes(form));
	if (!alone && total < ROOM_FOR_GROUPS) return;
	const most = alone ? total : Math.max(1, Math.round(total / 10));
	const made = { match: 0, sort: 0 };
	const sources = shuffled(desk.random, SOURCES).filter(({ form }) => desk.forms.includes(form));
	for (let source = sources.shift(); source; source = sources.shift()) {
		if (made[source.form] >= most || stillWanted(desk, source.kind) <= 0) continue;
		const entry = buildFrom(source, desk);
		if (!entry || !(alone || leavesEnough(desk, entry))) continue;
		desk.others.push(entry);
		made[source.form]++;
		sources.push(source);
	}
}

function buildFrom({ form, kind }: Source, desk: Desk): Entry | undefined {
	return form === 'match' ? buildMatch(desk.order, kind, desk) : buildSort(sortOrder(desk), desk);
}

/** Whether there are questions left for the rest of the paper: a short pick is not used up on one screen. */
function leavesEnough(desk: Desk, entry: Entry): boolean {
	const others = [...desk.others, entry];
	const used = new Set(others.flatMap(({ questionIds }) => questionIds));
	const left = desk.order.filter(({ id }) => !used.has(id));
	const kinds = typeof desk.blueprint.length === 'number' ? [undefined] : KINDS;
	return kinds.every(
		(kind) =>
			left.filter((question) => !kind || question.kind === kind).length >=
			stillWanted({ ...desk, others }, kind)
	);
}

/** Claims are told from what is stated: a quiz about claims sorts stated facts among them. */
function sortOrder({ index, blueprint, order, random }: Desk): Question[] {
	if (blueprint.about !== 'claims') return order;
	return drawOrder(index, eligible(index, { ...blueprint, about: 'all' }), random);
}
