import { isFault, type Bytes } from '../lines.ts';
import { xmlElements } from '../xml/xml-elements.ts';
import { camtMessage, camtRecords } from './message.ts';

/** Which message of ISO 20022 the bytes hold: a statement (053) or a notification (054); undefined where it is neither. */
export async function whichCamt(bytes: Bytes): Promise<'053' | '054' | undefined> {
  for await (const read of xmlElements(bytes, camtRecords)) {
    if (isFault(read)) continue;
    return camtMessage.exec(read.namespace)?.[1] as '053' | '054' | undefined;
  }
  return undefined;
}
