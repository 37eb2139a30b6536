import { ChevronDown } from 'lucide-react';
import { Button } from '@/renderer/ui/button';

/** The button a filter hangs from. */
export function FilterButton({ title, ...props }: { readonly title: string }) {
  return (
    <Button variant="ghost" size="sm" {...props}>
      {title}
      <ChevronDown size={12} aria-hidden className="text-ink-3" />
    </Button>
  );
}
