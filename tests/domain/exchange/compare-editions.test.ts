import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { compileBank } from '#lib/bank/compile.ts';
import type { Bank } from '#lib/bank/types.ts';
import { sourceOfDesk } from '#lib/domain/desk/source.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import { compareEditions } from '#lib/domain/exchange/compare-editions.ts';
import { DEAD, REPORT_ID, SMALL_NAMES, smallDesk, WHERE } from '../desk/small-desk.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const compiled = (desk: Desk, names = SMALL_NAMES): Bank =>
	compileBank(sourceOfDesk(desk, names), sha256);

const whereId = `${REPORT_ID}/f-bridge/q-where`;
const deadId = `${REPORT_ID}/f-dead/q-dead`;
const before = compiled(smallDesk());

describe('compareEditions', () => {
	const nothing = { added: [], removed: [], changed: [] };
	test('the same edition', () => {
		expect(compareEditions(before, compiled(smallDesk()))).toEqual({ ...nothing, kept: 2 });
	});
	test('a new question and one that is gone', () => {
		const after = compiled(
			smallDesk(WHERE, { ...DEAD, id: 'q-new', ask: 'How many died in 2016?' })
		);
		expect(compareEditions(before, after)).toEqual({
			...nothing,
			added: [`${REPORT_ID}/f-dead/q-new`],
			removed: [deadId],
			kept: 1
		});
	});
	test.each([
		['ask', { ask: 'In what town did a flood break a bridge in 2016?' }],
		['level', { level: 'core' as const }],
		['explain', { explain: 'A town by a river.' }],
		['distractors', { distractors: ['Easton'] }],
		['answer', { answer: { form: 'name' as const, name: 'ruritania' } }],
		['answer', { accept: ['the town'] }]
	])('a changed %s', (field, change) => {
		const after = compiled(smallDesk({ ...WHERE, ...change }, DEAD));
		const changed = [{ id: whereId, fields: [field] }];
		expect(compareEditions(before, after)).toEqual({ ...nothing, changed, kept: 1 });
	});
	test('a name told anew changes the answers it is', () => {
		const names = SMALL_NAMES.map((name) =>
			name.id === 'milltown' ? { ...name, aliases: ['Mill Town', 'Miltown'] } : name
		);
		const { changed } = compareEditions(before, compiled(smallDesk(), names));
		expect(changed).toEqual([{ id: whereId, fields: ['answer'] }]);
	});
	test('a fact told anew', () => {
		const desk = smallDesk();
		const fact = desk.facts['f-dead'];
		if (!fact) throw new Error('no fact');
		const after = compiled({
			...desk,
			facts: { ...desk.facts, 'f-dead': { ...fact, standing: 'estimated' } }
		});
		expect(compareEditions(before, after).changed).toEqual([{ id: deadId, fields: ['fact'] }]);
	});
	test('a renamed question is followed', () => {
		const after = compiled(smallDesk({ ...WHERE, id: 'q-other', was: [whereId] }, DEAD));
		expect(compareEditions(before, after)).toEqual({
			...nothing,
			changed: [{ id: `${REPORT_ID}/f-bridge/q-other`, was: whereId, fields: ['id'] }],
			kept: 1
		});
	});
});
