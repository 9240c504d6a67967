import { publicPoint } from './class-keys.ts';
import { sealException } from './exceptions.ts';
import { signHandout, type SignedHandout } from './handout-signature.ts';
import { sealKey } from './release.ts';
import { pupilTokens } from './slips.ts';
import type { Assignment, FrozenQuiz, Handout, SchoolClass } from './types.ts';
import { closedFacts, withhold } from './withhold.ts';

/** An assignment and the class it is for. */
export interface HandingOut {
	assignment: Assignment;
	schoolClass: SchoolClass;
}

/** All of a handout but its questions. */
type HandoutTerms = Omit<Handout, 'quiz' | 'sealedKey' | 'closedFacts'>;

/** The version of the quiz that is handed out. */
export function presentQuiz({ versions }: Pick<Assignment, 'versions'>): FrozenQuiz | undefined {
	return versions.at(-1);
}

/** The exceptions, each for the eyes of its own pupil. */
async function sealedExceptions(
	crypto: Crypto,
	{ assignment, schoolClass }: HandingOut
): Promise<string[]> {
	const { id: classId, keys, pupils } = schoolClass;
	const sealed = assignment.exceptions.map(async (exception) => {
		const slip = pupils.find(({ no }) => no === exception.no)?.slip;
		if (slip === undefined) return [];
		const source = { secret: keys.secret, classId, no: exception.no, slip };
		const [token] = await pupilTokens(crypto, { ...source, assignmentId: assignment.id });
		return token ? [await sealException(crypto, exception, token)] : [];
	});
	return (await Promise.all(sealed)).flat().sort();
}

/** What a handout says besides its questions. */
export async function handoutTerms(crypto: Crypto, handing: HandingOut): Promise<HandoutTerms> {
	const { assignment, schoolClass } = handing;
	return {
		assignmentId: assignment.id,
		classId: schoolClass.id,
		className: schoolClass.name,
		title: assignment.title,
		rules: assignment.rules,
		pupils: assignment.pupils,
		exceptions: await sealedExceptions(crypto, handing),
		sealTo: publicPoint(schoolClass.keys.seal.publicKey),
		signedBy: publicPoint(schoolClass.keys.sign.publicKey)
	};
}

/**
 * What pupils get of an assignment, signed. A Practice carries the whole quiz; a Test what `withhold`
 * leaves of it, the rest sealed with the release code.
 */
export async function makeHandout(
	crypto: Crypto,
	handing: HandingOut
): Promise<SignedHandout | undefined> {
	const { assignment, schoolClass } = handing;
	const quiz = presentQuiz(assignment);
	const code = assignment.releaseCode;
	if (!quiz) return undefined;
	const head = await handoutTerms(crypto, handing);
	const { privateKey } = schoolClass.keys.sign;
	if (assignment.rules.mode === 'practice' || code === undefined)
		return signHandout(crypto, { ...head, quiz, closedFacts: [] }, privateKey);
	const [open, sealedKey, closed] = await Promise.all([
		withhold(crypto, quiz, code),
		sealKey(crypto, { code, withheld: { ...quiz, hashes: [] } }),
		closedFacts(crypto, quiz)
	]);
	return signHandout(crypto, { ...head, quiz: open, sealedKey, closedFacts: closed }, privateKey);
}
