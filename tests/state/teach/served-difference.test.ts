import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassBody, ServedClass } from '#lib/domain/classroom/api/class-api.ts';
import {
	differenceOf,
	joinedPupils,
	needsWord,
	type RegisterDifference
} from '#lib/state/teach/served-difference.ts';

type Said = ClassBody['pupils'];

const bodyOf = (pupils: Said, changes: Partial<ClassBody> = {}): ClassBody => ({
	...{ name: '8b', pupils, sealTo: '', signedBy: '', retentionDays: 90 },
	...changes
});
const servedOf = (pupils: Said, changes: Partial<ServedClass> = {}): ServedClass => ({
	...{ id: 'c', name: '8b', code: 'K3F-9QWX', retentionDays: 90, createdAt: 1, changedAt: 2 },
	...{ pupils: pupils.map((pupil) => ({ ...pupil, hasLink: false })), assignmentIds: [] },
	...changes
});
const one = { no: 1, pseudonym: 'Heron' };
const two = { no: 2, pseudonym: 'Owl' };
const none: RegisterDifference = { added: [], onlyHere: [], renamed: [], left: [], leftHere: [] };

describe('differenceOf', () => {
	it.each<[string, ClassBody, ServedClass, Partial<RegisterDifference> | undefined]>([
		['the same', bodyOf([one, two]), servedOf([two, one]), undefined],
		['added there', bodyOf([one]), servedOf([one, two]), { added: [two] }],
		['only here', bodyOf([one, two]), servedOf([one]), { onlyHere: [two] }],
		['deleted for good', bodyOf([one, two]), servedOf([one], { gone: [2] }), undefined],
		[
			'called otherwise',
			bodyOf([one, two]),
			servedOf([one, { ...two, pseudonym: 'Kite' }]),
			{ renamed: [{ no: 2, here: 'Owl', there: 'Kite' }] }
		],
		['left there', bodyOf([one]), servedOf([{ ...one, leftAt: 5 }]), { left: [one] }],
		['left here', bodyOf([{ ...one, leftAt: 5 }]), servedOf([one]), { leftHere: [one] }],
		['left on both', bodyOf([{ ...one, leftAt: 5 }]), servedOf([{ ...one, leftAt: 9 }]), undefined],
		['the name', bodyOf([]), servedOf([], { name: '9b' }), { name: { here: '8b', there: '9b' } }],
		[
			'how long it is kept',
			bodyOf([], { retentionDays: 7 }),
			servedOf([]),
			{ retentionDays: { here: 7, there: 90 } }
		]
	])('tells what is %s', (_, here, there, difference) => {
		expect(differenceOf(here, there)).toEqual(difference && { ...none, ...difference });
	});

	it.each<[keyof RegisterDifference, RegisterDifference, boolean]>([
		['added', { ...none, added: [two] }, false],
		['onlyHere', { ...none, onlyHere: [two] }, false],
		['renamed', { ...none, renamed: [{ no: 1, here: 'a', there: 'b' }] }, true],
		['left', { ...none, left: [one] }, true],
		['leftHere', { ...none, leftHere: [one] }, true],
		['name', { ...none, name: { here: 'a', there: 'b' } }, true],
		['retentionDays', { ...none, retentionDays: { here: 1, there: 2 } }, true]
	])('needs a word on %s: %#', (_, difference, needs) => {
		expect(needsWord(difference)).toBe(needs);
	});
});

describe('joinedPupils', () => {
	const pupil = fc.record(
		{ no: fc.integer({ min: 1, max: 6 }), pseudonym: fc.constantFrom('A', 'B'), leftAt: fc.nat(3) },
		{ requiredKeys: ['no', 'pseudonym'] }
	);
	const said = fc.uniqueArray(pupil, { selector: ({ no }) => no });
	const slip = fc.integer({ min: 1, max: 9 });

	it('loses nobody and no slip, and then nothing differs but from the other word', () => {
		fc.assert(
			fc.property(said, said, slip, fc.constantFrom('here', 'there'), (here, there, no, word) => {
				const own = here.map((each) => ({ ...each, slip: no }));
				const joined = joinedPupils(own, servedOf(there), word as 'here' | 'there');
				const numbers = new Set([...here, ...there].map((each) => each.no));
				expect(joined.map((each) => each.no)).toEqual([...numbers].sort((a, b) => a - b));
				for (const each of own)
					expect(joined.find((other) => other.no === each.no)?.slip).toBe(each.slip);
				const said = joined.map(({ slip: _, ...each }) => each);
				const winners = word === 'here' ? here : there;
				for (const each of winners) expect(said).toContainEqual(each);
			})
		);
	});
});
