import type { Bank, QuestionId } from '#lib/bank/types.ts';
import type { Blueprint, Confidence, Item, RawAnswer } from '#lib/domain/quiz/types.ts';

/** A pupil's number in the class register, 1 to 999: all that ever leaves the teacher's device of them. */
export type PupilNo = number;

/** A member of a class. A private name has no place here: it stays in a table of its own. */
export interface Pupil {
	no: PupilNo;
	/** Made up ("Quiet Heron") or empty where bare numbers are used. */
	pseudonym: string;
	/** Which slip is valid; a replaced slip raises it, so that the lost one is worth nothing. */
	slip: number;
	/** epoch ms; left the class, results stay */
	leftAt?: number;
}

/** A key pair of the class; both halves as JWK, P-256. */
export interface KeyPairJwk {
	publicKey: JsonWebKey;
	privateKey: JsonWebKey;
}

/** What makes the class's results its teacher's: without it nothing that pupils send can be read. */
export interface ClassKeys {
	/** ECDH: results are sealed to it. */
	seal: KeyPairJwk;
	/** ECDSA: what is handed out is signed with it. */
	sign: KeyPairJwk;
	/** 32 bytes, base64url: the codes on the slips are made from it. */
	secret: string;
}

/** A class as its teacher keeps it. */
export interface SchoolClass {
	/** uuid v7 */
	id: string;
	name: string;
	/** By number. */
	pupils: Pupil[];
	keys: ClassKeys;
	/** epoch ms */
	createdAt: number;
}

/** A quiz a teacher makes: items as pupils will get them, drawn by a blueprint, picked by hand, or both. */
export interface ClassQuiz {
	/** uuid v7 */
	id: string;
	title: string;
	/** What it was drawn from; absent where every item was picked by hand. */
	blueprint?: Blueprint;
	/** What wrong options are drawn with, at most 40 letters. */
	seed: string;
	items: Item[];
	/** A draft cannot be assigned. */
	state: 'draft' | 'published';
	/** epoch ms */
	changedAt: number;
}

/** Practice: the key travels, feedback at once. Test: the key is withheld until release. */
export type AssignmentMode = 'practice' | 'test';

/** Which of several attempts is counted. */
export type AttemptRule = 'first' | 'best' | 'last';

/** When a pupil is told what was right: after each item, after handing in, or at the teacher's release; never "never". */
export type FeedbackTime = 'each' | 'handed-in' | 'release';

/** The terms of an assignment; times are epoch ms. */
export interface AssignmentRules {
	mode: AssignmentMode;
	opensAt?: number;
	closesAt?: number;
	/** Time limit. Grave matter is never timed, so a quiz with a limit holds none. */
	minutes?: number;
	/** Most attempts, 1 to 99. */
	attempts: number;
	counts: AttemptRule;
	/** Whether each pupil gets items and options in an order of their own. */
	order: 'fixed' | 'per-pupil';
	/** A Test has `release`. */
	feedback: FeedbackTime;
}

/** Other terms for one pupil. */
export interface Exception {
	no: PupilNo;
	extraMinutes?: number;
	/** epoch ms; instead of the rules' own */
	closesAt?: number;
}

/** A quiz as it was frozen: a bank of just its questions, its items, and a hash of each part. */
export interface FrozenQuiz {
	/** 1 for the first; a later edit of the quiz makes the next. */
	version: number;
	/** SHA-256 over the parts' hashes in order, first 16 bytes, base64url. */
	hash: string;
	title: string;
	bank: Bank;
	items: Item[];
	/** `hashes[itemNo][part]`: SHA-256 over canonical JSON of what the part asks and accepts, base64url. */
	hashes: string[][];
	/** Questions anyone can look up: of the shipped bank, or of a bank file pupils hold. */
	publicQuestionIds: QuestionId[];
}

/** A quiz given to a class. */
export interface Assignment {
	/** uuid v7 */
	id: string;
	classId: string;
	quizId: string;
	title: string;
	rules: AssignmentRules;
	exceptions: Exception[];
	/** Who it is for. */
	pupils: PupilNo[];
	/** Oldest first; the last is handed out. Attempts keep the one they were made on. */
	versions: FrozenQuiz[];
	/** Test: 128 bits, base64url; opens the key that travels encrypted. */
	releaseCode?: string;
	/** epoch ms */
	releasedAt?: number;
	/** A parallel paper for those who have not sat that assignment. */
	parallelOf?: string;
	/** epoch ms */
	createdAt: number;
}

/**
 * What pupils get of an assignment. In Practice `quiz` is whole. In Test its answers are blank, its
 * questions have opaque ids, and `sealedKey` holds what is withheld until the release code comes.
 */
export interface Handout {
	assignmentId: string;
	classId: string;
	className: string;
	title: string;
	rules: AssignmentRules;
	/** Whose numbers can be tapped. */
	pupils: PupilNo[];
	/** Other terms for single pupils, each readable only with that pupil's code; in no order. */
	exceptions: string[];
	/** The class's public keys: raw P-256 points (65 bytes), base64url. */
	sealTo: string;
	signedBy: string;
	quiz: FrozenQuiz;
	/** AES-GCM of what is withheld, base64url. */
	sealedKey?: string;
	/** Facts to keep closed while the Test is open: SHA-256 of the fact id, first 6 bytes, base64url. */
	closedFacts: string[];
}

/** An answer to an item: item and option numbers are the frozen quiz's, in whatever order it was shown. */
export interface SubmittedAnswer {
	itemNo: number;
	raw: RawAnswer;
	confidence?: Confidence;
	/** ms, capped at an hour */
	tookMs: number;
}

/** What a pupil hands in: raw answers and claims of the device's clock, never a score. */
export interface Submission {
	/** uuid v7, made by the pupil's device; the same id counts once. */
	id: string;
	assignmentId: string;
	/** Hash of the frozen quiz it answers. */
	quizHash: string;
	no: PupilNo;
	/** 1 for the first on that device. */
	attempt: number;
	/** One an item that was answered; items left open have none. */
	answers: SubmittedAnswer[];
	/** epoch ms, as the pupil's device claims */
	startedAt: number;
	/** epoch ms, as the pupil's device claims */
	finishedAt: number;
	/** How often the screen was left meanwhile. */
	leftScreen: number;
}

/** Where a pupil stands with an assignment. */
export type PupilState = 'absent' | 'excused' | 'not-started' | 'working' | 'handed-in';
