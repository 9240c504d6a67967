import type { ClassBody, ServedClass } from '#lib/domain/classroom/api/class-api.ts';
import { joinRegisters } from '#lib/domain/classroom/register.ts';
import type { Pupil, PupilNo } from '#lib/domain/classroom/types.ts';

/** A pupil as both sides know them. */
type NamedPupil = Pick<Pupil, 'no' | 'pseudonym'>;

/** Something that is one thing here and another there. */
interface Sides<T> {
	here: T;
	there: T;
}

/** What of a class is other on this device than on the server, where another device told it last. */
export interface RegisterDifference {
	/** On the server and not here. */
	added: NamedPupil[];
	/** Here and not on the server. */
	onlyHere: NamedPupil[];
	renamed: ({ no: PupilNo } & Sides<string>)[];
	/** Left there, and here still in the class. */
	left: NamedPupil[];
	/** Left here, and there still in the class. */
	leftHere: NamedPupil[];
	name?: Sides<string>;
	retentionDays?: Sides<number>;
}

/** Whose word holds where both sides say something else. */
export type Word = 'here' | 'there';

type Said = ClassBody['pupils'][number];

function sidesOf<T>(here: T, there: T): Sides<T> | undefined {
	return here === there ? undefined : { here, there };
}

/** Pupils that both sides have, in pairs. */
function pairsOf(here: ClassBody, there: ServedClass): Sides<Said>[] {
	const known = new Map<PupilNo, Said>(there.pupils.map((pupil) => [pupil.no, pupil]));
	return here.pupils.flatMap((pupil) => {
		const other = known.get(pupil.no);
		return other ? [{ here: pupil, there: other }] : [];
	});
}

const named = ({ no, pseudonym }: Said): NamedPupil => ({ no, pseudonym });

function without(pupils: readonly Said[], numbers: ReadonlySet<PupilNo>): NamedPupil[] {
	return pupils.filter(({ no }) => !numbers.has(no)).map(named);
}

/** Who are in the class on one side and left it on the other. */
function leftOn(side: keyof Sides<Said>, pairs: readonly Sides<Said>[]): NamedPupil[] {
	const other = side === 'here' ? 'there' : 'here';
	return pairs
		.filter((pair) => pair[side].leftAt !== undefined && pair[other].leftAt === undefined)
		.map(({ here }) => named(here));
}

/** What differs of a class; nothing where both say the same. Who was deleted for good is no difference. */
export function differenceOf(here: ClassBody, there: ServedClass): RegisterDifference | undefined {
	const pairs = pairsOf(here, there);
	const both = pairs.map((pair) => pair.here.no);
	const name = sidesOf(here.name, there.name);
	const retentionDays = sidesOf(here.retentionDays, there.retentionDays);
	const difference: RegisterDifference = {
		added: without(there.pupils, new Set(both)),
		onlyHere: without(here.pupils, new Set([...both, ...(there.gone ?? [])])),
		renamed: pairs.flatMap((pair) => {
			const names = sidesOf(pair.here.pseudonym, pair.there.pseudonym);
			return names ? [{ no: pair.here.no, ...names }] : [];
		}),
		left: leftOn('there', pairs),
		leftHere: leftOn('here', pairs),
		...(name && { name }),
		...(retentionDays && { retentionDays })
	};
	const isAny = Object.values(difference).some((part) => !Array.isArray(part) || part.length > 0);
	return isAny ? difference : undefined;
}

/** Whether both sides say something else of the same thing, so that one word has to hold. */
export function needsWord(difference: RegisterDifference): boolean {
	const { renamed, left, leftHere, name, retentionDays } = difference;
	return [...renamed, ...left, ...leftHere].length > 0 || !!name || !!retentionDays;
}

/** The register of both sides: nobody is lost, and where they differ one word holds. */
export function joinedPupils(
	here: readonly Pupil[],
	there: Pick<ServedClass, 'pupils'>,
	word: Word
): Pupil[] {
	const others = there.pupils.map(({ no, pseudonym, leftAt }): Pupil => ({
		...{ no, pseudonym, slip: 1 },
		...(leftAt !== undefined && { leftAt })
	}));
	return word === 'here' ? joinRegisters(here, others) : joinRegisters(others, here);
}
