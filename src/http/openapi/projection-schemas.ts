/** How the read models stand, as JSON Schema. The types of the views hold these to every field. */
import type { ProjectionFile, ProjectionsView, StoppedAt } from '../../application/views/projections.ts';
import {
  listOf,
  numberOf,
  objectOf,
  oneOf,
  orNull,
  ref,
  textOf,
  yesOrNo,
  type Schema,
} from './schema-words.ts';

export const projectionSchemas: Readonly<Record<string, Schema>> = {
  Projections: objectOf<ProjectionsView>('How the read models stand; they are told together.', {
    version: textOf('The version of the read models of this program.'),
    state: oneOf('live', 'behind', 'rebuilding', 'stopped'),
    position: numberOf('Up to where they tell the log.'),
    head: numberOf('Where the log ends.'),
    lag: numberOf('How many events they are behind it.'),
    stopped: orNull(ref('Stopped')),
    files: listOf(ref('ProjectionFile'), 'The file that answers, and those that were kept to go back to.'),
  }),
  Stopped: objectOf<StoppedAt>('Where and why the read models stand still.', {
    position: orNull(numberOf('Of the event; null where it is none alone.')),
    type: orNull(textOf('The type of the event.')),
    why: textOf('What is the matter with it.'),
  }),
  ProjectionFile: objectOf<ProjectionFile>('One file of read models.', {
    name: textOf('Its name in the folder; empty where they live in memory.'),
    version: textOf('The version of the read models in it.'),
    isInForce: yesOrNo,
    position: orNull(numberOf('Up to where it tells the log; null where it cannot be read.')),
    bytes: numberOf('Its size.'),
  }),
};
