import { bigint, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

/**
 * The class server's tables, one schema for PGlite, PostgreSQL and what speaks its protocol. Keys are made
 * by the program (uuid v7, hashes), never by the database; times are epoch ms; JSON stands as text, for
 * nothing asks into it. Every table of a class has `class_id` first in its key, so that it can be its
 * distribution column. Secrets stand as SHA-256 (of 112 random bits and more) or as scrypt (PINs).
 */

const time = (name: string) => bigint(name, { mode: 'number' });
const ofClass = () => uuid('class_id').notNull();

/** Codes that make teachers: printed at the first start, or an invitation. */
export const serverCodes = pgTable('server_codes', {
	hash: text('hash').primaryKey(),
	purpose: text('purpose', { enum: ['set-up', 'invitation'] }).notNull(),
	madeBy: uuid('made_by'),
	createdAt: time('created_at').notNull(),
	expiresAt: time('expires_at'),
	usedAt: time('used_at')
});

export const teachers = pgTable('teachers', {
	id: uuid('id').primaryKey(),
	name: text('name').notNull(),
	createdAt: time('created_at').notNull()
});

export const passkeys = pgTable('passkeys', {
	/** The credential's id, base64url. */
	id: text('id').primaryKey(),
	teacherId: uuid('teacher_id').notNull(),
	/** COSE, base64url */
	publicKey: text('public_key').notNull(),
	counter: time('counter').notNull(),
	/** JSON: string[] */
	transports: text('transports').notNull(),
	createdAt: time('created_at').notNull(),
	usedAt: time('used_at')
});

export const recoveryCodes = pgTable('recovery_codes', {
	hash: text('hash').primaryKey(),
	teacherId: uuid('teacher_id').notNull(),
	createdAt: time('created_at').notNull(),
	usedAt: time('used_at')
});

export const teacherSessions = pgTable('teacher_sessions', {
	hash: text('hash').primaryKey(),
	teacherId: uuid('teacher_id').notNull(),
	createdAt: time('created_at').notNull(),
	expiresAt: time('expires_at').notNull()
});

/** A sign-in that was begun: what its passkey has to sign. */
export const challenges = pgTable('challenges', {
	id: text('id').primaryKey(),
	purpose: text('purpose', { enum: ['join', 'sign-in', 'add'] }).notNull(),
	challenge: text('challenge').notNull(),
	/** JSON: for whom, by which code */
	subject: text('subject').notNull(),
	expiresAt: time('expires_at').notNull()
});

/** A class's code leads to its id; the one place where a class is found without its id. */
export const classCodes = pgTable('class_codes', {
	code: text('code').primaryKey(),
	classId: ofClass()
});

export const classes = pgTable('classes', {
	classId: uuid('class_id').primaryKey(),
	teacherId: uuid('teacher_id').notNull(),
	name: text('name').notNull(),
	code: text('code').notNull(),
	sealTo: text('seal_to').notNull(),
	signedBy: text('signed_by').notNull(),
	retentionDays: integer('retention_days').notNull(),
	createdAt: time('created_at').notNull(),
	changedAt: time('changed_at').notNull()
});

export const pupils = pgTable(
	'pupils',
	{
		classId: ofClass(),
		no: integer('no').notNull(),
		pseudonym: text('pseudonym').notNull(),
		/** scrypt with its salt */
		pinHash: text('pin_hash').notNull(),
		wrongTries: integer('wrong_tries').notNull(),
		lockedAt: time('locked_at'),
		linkHash: text('link_hash'),
		leftAt: time('left_at'),
		seenAt: time('seen_at'),
		createdAt: time('created_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.no] })]
);

export const pupilSessions = pgTable(
	'pupil_sessions',
	{
		classId: ofClass(),
		hash: text('hash').notNull(),
		no: integer('no').notNull(),
		createdAt: time('created_at').notNull(),
		expiresAt: time('expires_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.hash] })]
);

export const assignments = pgTable(
	'assignments',
	{
		classId: ofClass(),
		id: uuid('id').notNull(),
		/** JSON: the domain's `Assignment` */
		body: text('body').notNull(),
		/** The last time anyone may hand in, exceptions included. */
		closesAt: time('closes_at'),
		createdAt: time('created_at').notNull(),
		changedAt: time('changed_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.id] })]
);

export const attempts = pgTable(
	'attempts',
	{
		classId: ofClass(),
		/** The submission will have the same. */
		id: uuid('id').notNull(),
		assignmentId: uuid('assignment_id').notNull(),
		no: integer('no').notNull(),
		attempt: integer('attempt').notNull(),
		quizHash: text('quiz_hash').notNull(),
		/** As the device claims. */
		startedAt: time('started_at').notNull(),
		createdAt: time('created_at').notNull(),
		seenAt: time('seen_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.id] })]
);

/** Append-only: each answer as it was given. */
export const answers = pgTable(
	'answers',
	{
		classId: ofClass(),
		attemptId: uuid('attempt_id').notNull(),
		seq: integer('seq').notNull(),
		itemNo: integer('item_no').notNull(),
		/** JSON: `SavedAnswer` */
		body: text('body').notNull(),
		arrivedAt: time('arrived_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.attemptId, table.seq] })]
);

/** Append-only: what pupils handed in. */
export const submissions = pgTable(
	'submissions',
	{
		classId: ofClass(),
		id: uuid('id').notNull(),
		assignmentId: uuid('assignment_id').notNull(),
		no: integer('no').notNull(),
		/** JSON: the domain's `Submission` */
		body: text('body').notNull(),
		arrivedAt: time('arrived_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.id] })]
);

/** Which pupil has which assignment on their device. */
export const presence = pgTable(
	'presence',
	{
		classId: ofClass(),
		assignmentId: uuid('assignment_id').notNull(),
		no: integer('no').notNull(),
		readyAt: time('ready_at').notNull(),
		seenAt: time('seen_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.assignmentId, table.no] })]
);

/** Append-only: what the teacher decided. */
export const rulings = pgTable(
	'rulings',
	{
		classId: ofClass(),
		id: uuid('id').notNull(),
		at: time('at').notNull(),
		/** JSON: the domain's `Ruling` */
		body: text('body').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.id] })]
);

/** What was deleted for good: no late sync brings it back. `id` of a pupil is the number. */
export const tombstones = pgTable(
	'tombstones',
	{
		classId: ofClass(),
		what: text('what', { enum: ['class', 'pupil', 'assignment'] }).notNull(),
		id: text('id').notNull(),
		at: time('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.what, table.id] })]
);

/** What stays once the time to keep a class's work is over: counts by question, of no pupil. */
export const aggregates = pgTable(
	'aggregates',
	{
		classId: ofClass(),
		assignmentId: uuid('assignment_id').notNull(),
		/** JSON */
		body: text('body').notNull(),
		madeAt: time('made_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.classId, table.assignmentId] })]
);
