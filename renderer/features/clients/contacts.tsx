import { Pencil, Plus, Trash2 } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import { useRecordDeed } from '@/renderer/features/jobs';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { showToast } from '@/renderer/ui/toast';
import type { Contact } from '@/shared/domain/clients/records';

type Values = Pick<Contact, 'name' | 'email' | 'phone' | 'title'>;
const NOBODY: Values = { name: '', email: null, phone: null, title: null };

interface Props {
  readonly clientId: string;
  readonly contacts: readonly Contact[];
}

/** The people at a client: added, changed and removed in place. */
export function Contacts({ clientId, contacts }: Props) {
  const t = useText();
  const api = useApi();
  const deed = useRecordDeed();
  const mayEdit = useCan()('client.edit');
  const [open, setOpen] = useState<string | null>(null);
  const close = (): void => setOpen(null);
  const remove = ({ id, version }: Contact): void =>
    void deed(
      api.clients.deleteContact.call({ id, version }),
      t('clients.done.contact-removed'),
    ).then((problem) => {
      if (problem !== null) showToast({ tone: 'bad', message: problem });
    });
  return (
    <section aria-label={t('clients.contacts')} className="flex flex-col gap-1">
      <h3 className="font-medium">{t('clients.contacts')}</h3>
      {contacts.length === 0 && open === null ? (
        <p className="text-ink-3">{t('clients.contacts.none')}</p>
      ) : null}
      <ul className="flex flex-col">
        {contacts.map((contact) =>
          open === contact.id ? (
            <li key={contact.id}>
              <ContactForm
                values={contact}
                onClose={close}
                onSave={(values) =>
                  deed(
                    api.clients.editContact.call({
                      id: contact.id,
                      version: contact.version,
                      values,
                    }),
                    t('clients.done.saved'),
                  )
                }
              />
            </li>
          ) : (
            <li
              key={contact.id}
              className="-mx-2 flex items-center gap-2 rounded-md px-2 py-1 hover:bg-hover"
            >
              <span className="min-w-0 flex-1 break-words">
                <span className="font-medium">{contact.name}</span>
                <span className="text-ink-2">
                  {[contact.title, contact.email, contact.phone]
                    .filter((fact) => fact !== null)
                    .map((fact) => ` · ${fact}`)
                    .join('')}
                </span>
              </span>
              {mayEdit ? (
                <>
                  <IconButton
                    size="sm"
                    label={t('clients.contact.edit', { name: contact.name })}
                    onPress={() => setOpen(contact.id)}
                  >
                    <Pencil size={14} aria-hidden />
                  </IconButton>
                  <IconButton
                    size="sm"
                    label={t('ui.remove', { name: contact.name })}
                    onPress={() => remove(contact)}
                  >
                    <Trash2 size={14} aria-hidden />
                  </IconButton>
                </>
              ) : null}
            </li>
          ),
        )}
      </ul>
      {open === NEW ? (
        <ContactForm
          values={NOBODY}
          onClose={close}
          onSave={(values) =>
            deed(api.clients.addContact.call({ clientId, values }), t('clients.done.contact-added'))
          }
        />
      ) : !mayEdit ? null : (
        <Button
          size="sm"
          variant="ghost"
          className="self-start"
          icon={<Plus size={12} aria-hidden />}
          onPress={() => setOpen(NEW)}
        >
          {t('clients.contact.add')}
        </Button>
      )}
    </section>
  );
}

const NEW = 'new';

interface FormProps {
  readonly values: Values;
  readonly onSave: (values: Values) => Promise<string | null>;
  readonly onClose: () => void;
}

function ContactForm({ values, onSave, onClose }: FormProps) {
  const t = useText();
  const [form, setForm] = useState({
    name: values.name,
    title: values.title ?? '',
    email: values.email ?? '',
    phone: values.phone ?? '',
  });
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (form.name.trim() === '') {
      setProblem(t('clients.wrong.contact'));
      return;
    }
    void onSave({
      name: form.name,
      title: form.title.trim() || null,
      email: form.email.trim() || null,
      phone: form.phone.trim() || null,
    }).then((why) => {
      setProblem(why);
      if (why === null) onClose();
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-2 rounded-md border border-line p-3"
    >
      <div className="grid grid-cols-2 gap-2">
        <TextField
          autoFocus
          label={t('clients.contact.name')}
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
          maxLength={300}
        />
        <TextField
          label={t('clients.contact.title')}
          value={form.title}
          onChange={(title) => setForm({ ...form, title })}
          maxLength={300}
        />
        <TextField
          label={t('clients.contact.email')}
          inputMode="email"
          value={form.email}
          onChange={(email) => setForm({ ...form, email })}
          maxLength={300}
        />
        <TextField
          label={t('clients.contact.phone')}
          inputMode="tel"
          value={form.phone}
          onChange={(phone) => setForm({ ...form, phone })}
          maxLength={300}
        />
      </div>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-bad-ink">
          {problem}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary">
          {t('ui.inline.save')}
        </Button>
        <Button size="sm" variant="ghost" onPress={onClose}>
          {t('ui.inline.cancel')}
        </Button>
      </div>
    </form>
  );
}
