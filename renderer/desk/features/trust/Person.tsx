interface PersonProps {
  readonly person: { readonly id: string; readonly person: string };
}

/** Who somebody is, and the id they sign under where that is not the same. */
export function Person({ person: { id, person } }: PersonProps) {
  return (
    <>
      {person} {id !== person && <span className="quiet small">{id}</span>}
    </>
  );
}
