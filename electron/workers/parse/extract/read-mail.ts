import type { SealedPlace } from '@/electron/core/keys/sealed-file';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';
import { detectType } from './detect-type';
import { DocumentBuilder } from './document-builder';
import { addHtml } from './extract-html';
import { addPlainText } from './extract-txt';
import { corrupt } from './read-failure';
import { Staging } from './staging';
import type { UnpackedContainer } from './text-extractor';
import { addZip, isZip } from './unpack-zip';

const EXTRACTOR = { name: 'mail', version: '1' } as const;
/** Logos and signatures are smaller than a picture in which a page can be read. */
const PICTURE_OF_A_PAGE = 40_000;
const CV_TYPES = /pdf|wordprocessingml|msword|opendocument|rtf/;
const CV_NAMES = /\.(?:pdf|docx?|odt|rtf)$/i;

export type Mail =
  | { readonly kind: 'container'; readonly container: UnpackedContainer }
  | { readonly kind: 'document'; readonly document: ExtractedDocument };

/** Reads an e-mail: a container when files that can be CVs are attached, else its own text is the document. */
export async function readMail(bytes: Uint8Array, staged: SealedPlace): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' }).catch(() => {
    throw corrupt('e-mail');
  });
  const candidates = mail.attachments.filter(canBeCv);
  if (candidates.length === 0) return { kind: 'document', document: readBody(mail) };
  const staging = new Staging(staged);
  for (const [index, attachment] of candidates.entries())
    await addAttachment(attachment, attachment.filename ?? `attachment ${index + 1}`, staging);
  const container = staging.result();
  // Attachments that turn out to be no CVs at all leave the message itself.
  if (container.entries.length === 0 && hasText(mail))
    return { kind: 'document', document: readBody(mail) };
  return { kind: 'container', container };
}

async function addAttachment(
  attachment: Attachment,
  name: string,
  staging: Staging,
): Promise<void> {
  const content = contentOf(attachment);
  try {
    if (isZip(content) && (await detectType(content, name)) === 'application/zip')
      await addZip(content, `${name}/`, staging, { entries: 0, bytes: 0 });
    else await staging.add(name, content);
  } catch (error) {
    staging.skip(name, error);
  }
}

function canBeCv(attachment: Attachment): boolean {
  const name = attachment.filename ?? '';
  if (CV_TYPES.test(attachment.mimeType) || CV_NAMES.test(name)) return true;
  if (/zip/.test(attachment.mimeType) || /\.zip$/i.test(name)) return true;
  const attached = attachment.disposition === 'attachment' && attachment.related !== true;
  if (!attached) return false;
  if (/^image\/(?:png|jpeg)$/.test(attachment.mimeType))
    return contentOf(attachment).length >= PICTURE_OF_A_PAGE;
  return /^text\/(?:plain|html)$/.test(attachment.mimeType) && /\.(?:txt|html?)$/i.test(name);
}

function contentOf(attachment: Attachment): Uint8Array {
  const { content } = attachment;
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

const hasText = (mail: Email): boolean => (mail.text ?? mail.html ?? '').trim() !== '';

function readBody(mail: Email): ExtractedDocument {
  const builder = new DocumentBuilder();
  if (mail.subject !== undefined) builder.addLine({ text: mail.subject, role: 'header' });
  const sender = mail.from;
  if (sender?.address !== undefined)
    builder.addLine({ text: `${sender.name} <${sender.address}>`.trim(), role: 'header' });
  builder.addBlank();
  // The HTML part keeps lists and tables that the plain one often lacks; the plain part serves where it is all there is.
  if (mail.html !== undefined && mail.html.trim() !== '') addHtml(builder, mail.html);
  else addPlainText(builder, mail.text ?? '');
  return builder.finish('message/rfc822', EXTRACTOR);
}
