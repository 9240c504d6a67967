import { deletePupil } from '#lib/server/classes/delete-pupil.ts';
import { forTeacherOfPupil } from '#lib/server/classes/own-pupil.ts';
import { readPupil } from '#lib/server/classes/pupil-record.ts';
import { endpoint } from '#lib/server/endpoint.ts';

export const GET = endpoint(
	{},
	forTeacherOfPupil(({ context }, pupil) => readPupil(context, pupil))
);

export const DELETE = endpoint(
	{},
	forTeacherOfPupil(({ context }, pupil) => deletePupil(context, pupil))
);
