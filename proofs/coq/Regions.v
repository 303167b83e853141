(** From the hard objective to integrals over the regions of its classes and their indicators, B-(16) to B-(20), for all
    K, any logits and data sets, and directions with finitely many values. *)

From GradientLaws Require Export ZerothOrder Softmax.

(** ** Which class wins *)

(** The class of the largest of z_0, …, z_{K−1}, the first of several. *)
Fixpoint argmax (K : nat) (z : nat -> R) : nat :=
  match K with
  | O => O
  | S k => let best := argmax k z in if Rlt_dec (z best) (z k) then k else best
  end.

(** What becomes of a tie: the class of the lowest index has it, every tied class has it, or none. *)
Inductive tie_rule : Set := lowest | every | none.

(** Whether class y gets the better of class k. *)
Definition beats (ties : tie_rule) (z : nat -> R) (y k : nat) : bool :=
  if Rlt_dec (z k) (z y) then true
  else if Rlt_dec (z y) (z k) then false
  else match ties with lowest => (y <? k)%nat | every => true | none => false end.

(** Whether y = argmax z, by comparing z_y with every other of z_0, …, z_{K−1}. *)
Fixpoint wins (ties : tie_rule) (K : nat) (z : nat -> R) (y : nat) : bool :=
  match K with
  | O => true
  | S k => (if Nat.eq_dec k y then true else beats ties z y k) && wins ties k z y
  end.

(** B-(19): 1 for a class that wins, 0 for the others. *)
Definition indicator (ties : tie_rule) (K : nat) (z : nat -> R) (y : nat) : R := if wins ties K z y then 1 else 0.

(** Ties go to the lowest index, or no class ties with one that has the largest logit. *)
Definition ties_settled (ties : tie_rule) (K : nat) (z : nat -> R) : Prop :=
  ties = lowest \/ forall y, (y < K)%nat -> y <> argmax K z -> z y < z (argmax K z).

Lemma argmax_first K z : (1 <= K)%nat -> first_largest K z (argmax K z).
Proof.
  induction K as [| K IH]; [ lia | ]. intros _. simpl. destruct (Nat.eq_dec K 0) as [-> | N].
  - destruct (Rlt_dec _ _) as [H | _]; simpl in *; [ lra | ].
    split; [ lia | split; intros k Hk; [ replace k with O by lia; lra | lia ] ].
  - destruct IH as (Hb & Most & First); [ lia | ]. destruct (Rlt_dec _ _) as [H | H].
    + split; [ lia | split; intros k Hk ].
      * destruct (Nat.eq_dec k K) as [-> | ]; [ lra | ]. specialize (Most k ltac:(lia)). lra.
      * specialize (Most k Hk). lra.
    + split; [ lia | split; intros k Hk; [ | now apply First ] ].
      destruct (Nat.eq_dec k K) as [-> | ]; [ lra | apply Most; lia ].
Qed.

Lemma wins_beats ties K z y :
  wins ties K z y = true <-> forall k, (k < K)%nat -> k <> y -> beats ties z y k = true.
Proof.
  induction K as [| K IH]; simpl; [ split; [ intros; lia | reflexivity ] | ].
  rewrite Bool.andb_true_iff, IH. split.
  - intros [H H'] k Hk N. destruct (Nat.eq_dec k K) as [-> | ]; [ | apply H'; [ lia | exact N ] ].
    destruct (Nat.eq_dec K y); [ contradiction | exact H ].
  - intros H. split; [ | intros; apply H; [ lia | assumption ] ].
    destruct (Nat.eq_dec K y) as [| N]; [ reflexivity | apply H; [ lia | exact N ] ].
Qed.

(** Where ties are settled, the argmax wins, and no other class does. *)
Lemma wins_argmax ties K z y :
  (y < K)%nat -> ties_settled ties K z -> wins ties K z y = if Nat.eq_dec (argmax K z) y then true else false.
Proof.
  intros Hy S. destruct (argmax_first K z ltac:(lia)) as (Hb & Most & First).
  destruct (Nat.eq_dec (argmax K z) y) as [<- | N].
  - apply wins_beats. intros k Hk Nk. unfold beats. destruct (Rlt_dec _ _) as [| H]; [ reflexivity | ].
    destruct S as [-> | S]; [ | specialize (S k Hk Nk); lra ].
    specialize (Most k Hk). destruct (Rlt_dec _ _); [ lra | ].
    apply Nat.ltb_lt. destruct (Nat.lt_ge_cases k (argmax K z)) as [L | ]; [ specialize (First k L); lra | lia ].
  - apply Bool.not_true_iff_false. intros W. apply wins_beats with (k := argmax K z) in W; [ | exact Hb | exact N ].
    revert W. unfold beats. specialize (Most y Hy). destruct (Rlt_dec _ _); [ lra | ].
    destruct (Rlt_dec _ _); [ discriminate | ].
    destruct S as [-> | S]; [ | specialize (S y Hy ltac:(congruence)); lra ].
    intros W. apply Nat.ltb_lt in W. specialize (First y W). lra.
Qed.

Lemma indicator_argmax ties K z y :
  (y < K)%nat -> ties_settled ties K z -> indicator ties K z y = kronecker (argmax K z) y.
Proof.
  intros Hy S. unfold indicator, kronecker. rewrite wins_argmax by assumption.
  now destruct (Nat.eq_dec (argmax K z) y).
Qed.

(** B-(19): the indicators of all classes sum to 1, and pick the reward of the argmax; so each direction is in one
    region Ω_y of B-(18). Laws: zoR.chi, zoR.partition. *)
Theorem B19_indicator ties K z r :
  (1 <= K)%nat -> ties_settled ties K z ->
  sum K (indicator ties K z) = 1 /\ sum K (fun y => indicator ties K z y * r y) = r (argmax K z).
Proof.
  intros HK S. destruct (argmax_first K z HK) as (Hb & _).
  assert (E : forall f, sum K (fun y => indicator ties K z y * f y) = f (argmax K z)).
  { intros f. rewrite <- (sum_kronecker K (argmax K z) f Hb). apply sum_equal. intros y Hy.
    now rewrite indicator_argmax. }
  split; [ | apply E ]. rewrite <- (E (fun _ => 1)). apply sum_equal. intros. ring.
Qed.

(** ** The zeroth-order gradient of the hard objective

    T examples, each with its own number of classes K t, logits f t θ and rewards r t; M directions u_1, …, u_M with the
    weights w. *)

(** B-(16): (1/T) Σ_t r_t(argmax f_θ(·|x_t)). *)
Definition hard_objective (T : nat) (K : nat -> nat) (f : nat -> vector -> nat -> R) (r : nat -> nat -> R)
    (theta : vector) : R :=
  sum T (fun t => r t (argmax (K t) (f t theta))) / INR T.

(** (1/ε) E[R(θ + εu) u], coordinate i. *)
Definition hard_gradient (M : nat) (w : nat -> R) (u : nat -> vector) (R_ : vector -> R) (theta : vector) (eps : R)
    (i : nat) : R :=
  mean M w (fun k => R_ (moved theta (u k) eps) / eps * u k i).

Lemma mean_of_average T M w F :
  mean M w (fun k => sum T (fun t => F t k) / INR T) = sum T (fun t => mean M w (F t)) / INR T.
Proof.
  unfold mean, Rdiv. rewrite sum_exchange, <- sum_scale_right. apply sum_equal. intros k _.
  rewrite <- Rmult_assoc, sum_scale. reflexivity.
Qed.

(** B-(17): the zeroth-order gradient of the hard objective may leave out −R(θ), and is the mean of those of the single
    examples. Laws: zoR.fubini. *)
Theorem B17_fubini d M w u T K f r theta eps i :
  centered d M w u -> (i < d)%nat -> eps <> 0 ->
  zeroth_order M w u (hard_objective T K f r) theta eps i
  = hard_gradient M w u (hard_objective T K f r) theta eps i /\
  hard_gradient M w u (hard_objective T K f r) theta eps i
  = sum T (fun t => hard_gradient M w u (fun theta => r t (argmax (K t) (f t theta))) theta eps i) / INR T.
Proof.
  intros C Hi He. split; [ exact (B13_no_shift d M w u _ theta eps _ i C Hi He) | ].
  unfold hard_gradient. rewrite <- mean_of_average. apply mean_equal. intros k _. unfold hard_objective, Rdiv.
  rewrite (sum_equal T (fun t => r t (argmax (K t) (f t (moved theta (u k) eps))) * / eps * u k i)
    (fun t => r t (argmax (K t) (f t (moved theta (u k) eps))) * (/ eps * u k i))) by (intros; ring).
  rewrite sum_scale_right. ring.
Qed.

(** ∫ u p(u) du over the region of class y, coordinate i. *)
Definition over_region (ties : tie_rule) (M : nat) (w : nat -> R) (u : nat -> vector) (K : nat)
    (f : vector -> nat -> R) (theta : vector) (eps : R) (y i : nat) : R :=
  sum M (fun k => if wins ties K (f (moved theta (u k) eps)) y then w k * u k i else 0).

(** B-(18): (1/T) Σ_t (1/ε) Σ_y r_t(y) ∫_{Ω_y} u p(u) du, coordinate i. *)
Definition by_regions (ties : tie_rule) (M : nat) (w : nat -> R) (u : nat -> vector) (T : nat) (K : nat -> nat)
    (f : nat -> vector -> nat -> R) (r : nat -> nat -> R) (theta : vector) (eps : R) (i : nat) : R :=
  sum T (fun t => / eps * sum (K t) (fun y => r t y * over_region ties M w u (K t) (f t) theta eps y i)) / INR T.

(** E[Σ_y q(θ + εu)_y r(y) u_i]/ε for shares q of the K classes of one example, as their indicators or probabilities. *)
Definition by_shares (K : nat) (q : vector -> nat -> R) (M : nat) (w : nat -> R) (u : nat -> vector) (r : nat -> R)
    (theta : vector) (eps : R) (i : nat) : R :=
  mean M w (fun k => sum K (fun y => q (moved theta (u k) eps) y * (r y / eps * u k i))).

(** B-(20): (1/T) Σ_t (1/ε) Σ_y ∫ χ(y|x_t, u) r_t(y) u p(u) du, coordinate i. *)
Definition by_indicators (ties : tie_rule) (M : nat) (w : nat -> R) (u : nat -> vector) (T : nat) (K : nat -> nat)
    (f : nat -> vector -> nat -> R) (r : nat -> nat -> R) (theta : vector) (eps : R) (i : nat) : R :=
  sum T (fun t => by_shares (K t) (fun theta => indicator ties (K t) (f t theta)) M w u (r t) theta eps i) / INR T.

(** B-(20): an integral over the region of a class is that of its indicator. Laws: zoR.chi. *)
Theorem B20_indicators ties M w u T K f r theta eps i :
  by_regions ties M w u T K f r theta eps i = by_indicators ties M w u T K f r theta eps i.
Proof.
  unfold by_regions, by_indicators, by_shares. f_equal. apply sum_equal. intros t _. rewrite mean_of_sum, <- sum_scale.
  apply sum_equal. intros y _. unfold over_region, mean, indicator. rewrite <- !sum_scale. apply sum_equal. intros k _.
  destruct (wins _ _ _ _); unfold Rdiv; ring.
Qed.

(** Every example has at least one class, and ties are settled wherever a direction leads. *)
Definition settled (ties : tie_rule) (M : nat) (u : nat -> vector) (T : nat) (K : nat -> nat)
    (f : nat -> vector -> nat -> R) (theta : vector) (eps : R) : Prop :=
  forall t, (t < T)%nat -> (1 <= K t)%nat /\
    forall k, (k < M)%nat -> ties_settled ties (K t) (f t (moved theta (u k) eps)).

(** B-(18): the zeroth-order gradient of the hard objective is the sum over the regions, each direction being in exactly
    one of them. Laws: zoR.partition, zoR.chi. *)
Theorem B18_partition ties M w u T K f r theta eps i :
  settled ties M u T K f theta eps ->
  (forall t k, (t < T)%nat -> (k < M)%nat -> exists y, (y < K t)%nat /\ forall y', (y' < K t)%nat ->
    wins ties (K t) (f t (moved theta (u k) eps)) y' = true <-> y' = y) /\
  hard_gradient M w u (hard_objective T K f r) theta eps i = by_regions ties M w u T K f r theta eps i.
Proof.
  intros S. split.
  - intros t k Ht Hk. destruct (S t Ht) as [HK St]. specialize (St k Hk).
    exists (argmax (K t) (f t (moved theta (u k) eps))). split; [ now apply argmax_first | ].
    intros y Hy. rewrite wins_argmax by assumption. destruct (Nat.eq_dec _ y); split; congruence.
  - rewrite B20_indicators. unfold by_indicators, by_shares. rewrite <- mean_of_average. apply mean_equal. intros k Hk.
    unfold hard_objective, Rdiv. rewrite (Rmult_comm _ (/ INR T)), Rmult_assoc, Rmult_assoc.
    rewrite (Rmult_comm _ (/ INR T)), <- sum_scale_right. f_equal. apply sum_equal. intros t Ht.
    destruct (S t Ht) as [HK St].
    rewrite <- (proj2 (B19_indicator ties (K t) _ (r t) HK (St k Hk))), <- sum_scale_right.
    apply sum_equal. intros. ring.
Qed.
