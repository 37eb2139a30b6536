import { type RefObject, useEffect, useRef, useState } from 'react';
import { EvidenceMarks } from '@/renderer/features/candidates/viewer/evidence-marks';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';
import { useReveal } from '@/renderer/features/candidates/viewer/use-reveal';
import { PIXELS_PER_POINT } from '@/renderer/features/candidates/viewer/zoom';
import { Skeleton } from '@/renderer/ui/states';

interface Props {
  readonly bytes: Blob;
  readonly mediaType: string;
  readonly alt: string;
  /** The page the boxes are measured on; null when the parser gave none. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly factor: number;
  readonly target: EvidenceTarget | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onFailed: (error: unknown) => void;
}

/** A CV that is a picture, with frames around the places values were read from. */
export function ImageView({ bytes, mediaType, alt, size, ...props }: Props) {
  const { factor, target, scroller, onFailed } = props;
  const url = useBlobUrl(bytes, mediaType);
  const [drawn, setDrawn] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  // Its height is known once the picture is.
  const isDrawn = url !== null && drawn === url;
  useReveal(scroller, frame, isDrawn ? target : null, 1, size);
  if (url === null) return <Skeleton className="mx-auto aspect-[1/1.414] w-full max-w-[794px]" />;
  return (
    <div
      ref={frame}
      data-page={1}
      className="relative mx-auto mb-3 bg-white shadow-raised ring-1 ring-line"
      style={size === null ? {} : { width: size.width * factor * PIXELS_PER_POINT }}
    >
      <img
        src={url}
        alt={alt}
        className="block h-auto w-full"
        onLoad={() => setDrawn(url)}
        onError={() => onFailed(new Error('The picture could not be decoded.'))}
      />
      {size === null || !isDrawn ? null : <EvidenceMarks target={target} page={1} size={size} />}
    </div>
  );
}

/** An address for the bytes, typed by what the parser found in them and never by what the file claims. */
function useBlobUrl(bytes: Blob, mediaType: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  return url;
}
