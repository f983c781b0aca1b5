import { useLayoutEffect, useMemo, useRef } from 'react';
import type { MediaTypeView } from '../../../../contract/reference-page';
import { fileFields, isMultipart, type FormValues } from '../request';
import { BodyFile } from '../views/BodyFile.view';
import { PartType } from '../views/PartType.view';
import type { OutermostMembers } from './form-context';

type Chosen = Pick<FormValues, 'files' | 'partTypes'>;

/** The parts of a multipart body that are files, and the type of each part; null for other bodies. */
export function useMultipartMembers(
  media: MediaTypeView,
  { files, partTypes }: Chosen,
  onChange: (chosen: Chosen) => void,
): OutermostMembers | null {
  const tell = useRef(onChange);
  useLayoutEffect(() => {
    tell.current = onChange;
  });
  return useMemo(() => {
    if (!isMultipart(media.type)) return null;
    const fields = fileFields(media);
    // Contracts do not always say of a text that it is a file.
    const isPlain = (name: string): boolean =>
      fields.every((one) => one.name !== name) && (files?.[name] ?? []).length === 0;
    const setFiles = (name: string, list: readonly File[]): void =>
      tell.current({ files: { ...files, [name]: list }, partTypes });
    return {
      control(name, id) {
        const chosen = files?.[name] ?? [];
        const field = fields.find((one) => one.name === name) ?? (chosen.length > 0 && { name, isList: false });
        if (!field) return null;
        return <BodyFile id={id} field={field} files={chosen} onChange={(list) => setFiles(name, list)} />;
      },
      beside: (name) => (
        <PartType
          name={name}
          media={media}
          type={partTypes?.[name] ?? ''}
          onChange={(type) => tell.current({ files, partTypes: { ...partTypes, [name]: type } })}
          {...(isPlain(name) && { onFile: (file) => setFiles(name, [file]) })}
        />
      ),
      isSet: (name) => (files?.[name] ?? []).length > 0,
      onRemove: (name) => setFiles(name, []),
    };
  }, [media, files, partTypes]);
}
