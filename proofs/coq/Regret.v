(** The regret of projected SGD, A-(10) to A-(15) and with them A-(4), for all dimensions and all horizons T. *)

From GradientLaws Require Export Convexity Rates.

Implicit Types Theta : vector -> Prop.

(** A-(10): ‖θ − ηg − c‖² = ‖θ − c‖² − 2η (θ − c)·g + η²‖g‖². Laws: sgd.expand. *)
Theorem A10_expand d theta eta g c :
  squared_norm d (minus (minus theta (scale eta g)) c)
  = squared_norm d (minus theta c) - 2 * eta * dot d (minus theta c) g + eta * eta * squared_norm d g.
Proof. by_coordinates d. Qed.

(** A-(11): (θ − c)·g = ‖θ − c‖²/(2η) − ‖θ − ηg − c‖²/(2η) + η‖g‖²/2; with a projection, at most. Laws: sgd.solve. *)
Theorem A11_solve d Theta theta eta g next c :
  0 < eta ->
  dot d (minus theta c) g
    = squared_norm d (minus theta c) / (2 * eta) - squared_norm d (minus (minus theta (scale eta g)) c) / (2 * eta)
      + eta * squared_norm d g / 2 /\
  (convex_set Theta -> nearest d Theta (minus theta (scale eta g)) next -> Theta c ->
   dot d (minus theta c) g
    <= (squared_norm d (minus theta c) - squared_norm d (minus next c)) / (2 * eta) + eta * squared_norm d g / 2).
Proof.
  intros He. rewrite A10_expand. split; [ field; lra | ]. intros C N Hc.
  destruct (A18_step d Theta theta eta g next c C N Hc) as [_ H].
  apply squared_norm_of_bound in H. rewrite norm_squared, A10_expand in H.
  apply Rmult_le_reg_r with (2 * eta); [ lra | ]. field_simplify; [ | lra ]. nra.
Qed.

(** The run θ_{t+1} = Π(θ_t − η_t g_t) of A-(17), where A-(9) holds between θ_t and the comparator c, which is all that
    is asked of the losses: a subgradient g_t of a convex loss will do. Nothing says how losses and rates are chosen. *)
Definition projected_sgd (d T : nat) (Theta : vector -> Prop) (loss : nat -> vector -> R)
    (theta g : nat -> vector) (eta : nat -> R) (c : vector) : Prop :=
  forall t, (1 <= t <= T)%nat ->
    0 < eta t /\ nearest d Theta (minus (theta t) (scale (eta t) (g t))) (theta (S t)) /\
    dot d (minus c (theta t)) (g t) <= loss t c - loss t (theta t).

(** Σ_{t ≤ T} L_t(θ_t) − L_t(c), T times the left side of A-(4). *)
Definition regret (T : nat) (loss : nat -> vector -> R) (theta : nat -> vector) (c : vector) : R :=
  total T (fun t => loss t (theta t) - loss t c).

(** ‖θ_t − c‖². *)
Definition distance (d : nat) (theta : nat -> vector) (c : vector) (t : nat) : R := squared_norm d (minus (theta t) c).

(** Σ_{t ≤ T} η_t ‖g_t‖²/2. *)
Definition gradient_cost (d T : nat) (g : nat -> vector) (eta : nat -> R) : R :=
  total T (fun t => eta t * squared_norm d (g t) / 2).

(** Σ_{t = 2}^T. *)
Definition from_second (T : nat) (f : nat -> R) : R := sum (T - 1) (fun k => f (S (S k))).

Lemma from_second_next n f : from_second (S (S n)) f = from_second (S n) f + f (S (S n)).
Proof. unfold from_second. simpl. now rewrite Nat.sub_0_r. Qed.

Lemma total_next T f : total (S T) f = total T f + f (S T).
Proof. reflexivity. Qed.

(** A-(14), line 1, for any numbers a_1, …, a_{T+1} and nonzero rates of any sign and order:
    Σ (a_t − a_{t+1})/(2η_t) = a_1/(2η_1) − a_{T+1}/(2η_T) + Σ_{t≥2} (1/(2η_t) − 1/(2η_{t−1})) a_t.
    Laws: sgd.abel, sgd.abel-any. *)
Theorem A14_abel T a eta :
  (1 <= T)%nat -> (forall t, (1 <= t <= T)%nat -> eta t <> 0) ->
  total T (fun t => (a t - a (S t)) / (2 * eta t))
  = a 1%nat / (2 * eta 1%nat) - a (S T) / (2 * eta T)
    + from_second T (fun t => (1 / (2 * eta t) - 1 / (2 * eta (pred t))) * a t).
Proof.
  intros HT He. induction T as [| [| T] IH]; [ lia | | ].
  - unfold total, from_second. simpl. specialize (He 1%nat ltac:(lia)). field. exact He.
  - rewrite total_next, IH, from_second_next by (try lia; intros; apply He; lia). simpl pred.
    pose proof (He 1%nat ltac:(lia)). pose proof (He (S T) ltac:(lia)). pose proof (He (S (S T)) ltac:(lia)).
    field. auto.
Qed.

(** A-(14), line 3: a/(2η_1) + Σ_{t≥2} (1/(2η_t) − 1/(2η_{t−1})) a = a/(2η_T), for nonzero rates of any sign and order,
    and a = D² or any other number. Laws: sgd.abel-close. *)
Theorem A14_close T eta a :
  (1 <= T)%nat -> (forall t, (1 <= t <= T)%nat -> eta t <> 0) ->
  a / (2 * eta 1%nat) + from_second T (fun t => (1 / (2 * eta t) - 1 / (2 * eta (pred t))) * a) = a / (2 * eta T).
Proof.
  intros HT He. induction T as [| [| T] IH]; [ lia | | ].
  - unfold from_second. simpl. ring.
  - rewrite from_second_next, <- Rplus_assoc, IH by (try lia; intros; apply He; lia). simpl pred.
    pose proof (He (S T) ltac:(lia)). pose proof (He (S (S T)) ltac:(lia)). field. auto.
Qed.

Lemma half_inverse_increases a b : 0 < b -> b <= a -> 1 / (2 * a) <= 1 / (2 * b).
Proof. intros Hb H. unfold Rdiv. rewrite !Rmult_1_l. apply Rinv_le_contravar; lra. Qed.

(** A-(14), line 2, with the term −a_{T+1}/(2η_T) that the article drops: for nonincreasing rates every a_t up to T
    may be replaced by a common bound D². Laws: sgd.abel-bound, sgd.last-distance. *)
Theorem A14_bound T a eta D :
  (1 <= T)%nat -> (forall t, (1 <= t <= T)%nat -> 0 < eta t) -> nonincreasing T eta ->
  (forall t, (1 <= t <= T)%nat -> a t <= D * D) ->
  total T (fun t => (a t - a (S t)) / (2 * eta t)) <= D * D / (2 * eta T) - a (S T) / (2 * eta T).
Proof.
  intros HT He N Ha.
  assert (Nz : forall t, (1 <= t <= T)%nat -> eta t <> 0) by (intros; now apply Rgt_not_eq, He).
  rewrite A14_abel, <- (A14_close T eta (D * D)) by assumption.
  assert (H1 : a 1%nat / (2 * eta 1%nat) <= D * D / (2 * eta 1%nat)).
  { unfold Rdiv. apply Rmult_le_compat_r; [ | apply Ha; lia ].
    apply Rlt_le, Rinv_0_lt_compat. specialize (He 1%nat ltac:(lia)). lra. }
  assert (H2 : from_second T (fun t => (1 / (2 * eta t) - 1 / (2 * eta (pred t))) * a t)
    <= from_second T (fun t => (1 / (2 * eta t) - 1 / (2 * eta (pred t))) * (D * D))).
  { apply sum_le. intros k Hk. simpl pred. apply Rmult_le_compat_l; [ | apply Ha; lia ].
    assert (1 / (2 * eta (S k)) <= 1 / (2 * eta (S (S k)))); [ | lra ].
    apply half_inverse_increases; [ apply He; lia | apply N; lia ]. }
  lra.
Qed.

(** A-(12): L_t(θ_t) − L_t(c) ≤ (a_t − a_{t+1})/(2η_t) + η_t‖g_t‖²/2. Laws: sgd.step. *)
Theorem A12_step d T Theta loss theta g eta c t :
  convex_set Theta -> projected_sgd d T Theta loss theta g eta c -> Theta c -> (1 <= t <= T)%nat ->
  loss t (theta t) - loss t c
  <= (distance d theta c t - distance d theta c (S t)) / (2 * eta t) + eta t * squared_norm d (g t) / 2.
Proof.
  intros C Run Hc Ht. destruct (Run t Ht) as (He & N & Sub).
  destruct (A11_solve d Theta (theta t) (eta t) (g t) (theta (S t)) c He) as [_ H].
  specialize (H C N Hc). unfold distance.
  assert (dot d (minus c (theta t)) (g t) = - dot d (minus (theta t) c) (g t)) by by_coordinates d. lra.
Qed.

(** A-(13): the sum of A-(12) over all steps. Laws: sgd.sum. *)
Theorem A13_sum d T Theta loss theta g eta c :
  convex_set Theta -> projected_sgd d T Theta loss theta g eta c -> Theta c ->
  regret T loss theta c
  <= total T (fun t => (distance d theta c t - distance d theta c (S t)) / (2 * eta t)) + gradient_cost d T g eta.
Proof.
  intros C Run Hc. unfold regret, gradient_cost, total. rewrite <- sum_plus. apply sum_le. intros k Hk.
  apply (A12_step d T Theta); auto; lia.
Qed.

(** A-(15), the sharper middle term and with what the last distance gives back:
    Σ L_t(θ_t) − L_t(c) ≤ D²/(2η_T) − ‖θ_{T+1} − c‖²/(2η_T) + Σ η_t‖g_t‖²/2.
    D need not bound the distance after the last step; losses and rates may depend on the past.
    Laws: sgd.combine, sgd.last-distance, sgd.adaptive-losses, sgd.any-subgradient. *)
Theorem A15_combine d T Theta loss theta g eta c D :
  (1 <= T)%nat -> convex_set Theta -> projected_sgd d T Theta loss theta g eta c -> nonincreasing T eta -> Theta c ->
  (forall t, (1 <= t <= T)%nat -> norm d (minus (theta t) c) <= D) ->
  regret T loss theta c
  <= D * D / (2 * eta T) - distance d theta c (S T) / (2 * eta T) + gradient_cost d T g eta.
Proof.
  intros HT C Run N Hc HD.
  pose proof (A13_sum d T Theta loss theta g eta c C Run Hc).
  assert (total T (fun t => (distance d theta c t - distance d theta c (S t)) / (2 * eta t))
    <= D * D / (2 * eta T) - distance d theta c (S T) / (2 * eta T)); [ | lra ].
  apply A14_bound; auto; intros t Ht; [ apply (Run t Ht) | apply squared_norm_of_bound, HD, Ht ].
Qed.

Lemma gradient_cost_bound d T g eta G :
  (forall t, (1 <= t <= T)%nat -> 0 < eta t) -> (forall t, (1 <= t <= T)%nat -> norm d (g t) <= G) ->
  gradient_cost d T g eta <= G * G / 2 * total T eta.
Proof.
  intros He HG. unfold gradient_cost, total. rewrite <- sum_scale. apply sum_le. intros k Hk.
  specialize (He (S k) ltac:(lia)). pose proof (squared_norm_of_bound d (g (S k)) G (HG (S k) ltac:(lia))). nra.
Qed.

Lemma distance_over_rate_nonneg d theta c t eta : 0 < eta -> 0 <= distance d theta c t / (2 * eta).
Proof.
  intros H. apply Rmult_le_pos; [ apply squared_norm_nonneg | apply Rlt_le, Rinv_0_lt_compat; lra ].
Qed.

(** A-(15): Σ L_t(θ_t) − L_t(c) ≤ D²/(2η_T) + Σ η_t‖g_t‖²/2 ≤ D²/(2η_T) + G²/2 Σ η_t, which is T times the right side of
    A-(4). Laws: sgd.combine. *)
Theorem A15_chain d T Theta loss theta g eta c D G :
  (1 <= T)%nat -> convex_set Theta -> projected_sgd d T Theta loss theta g eta c -> nonincreasing T eta -> Theta c ->
  (forall t, (1 <= t <= T)%nat -> norm d (minus (theta t) c) <= D) ->
  (forall t, (1 <= t <= T)%nat -> norm d (g t) <= G) ->
  regret T loss theta c <= D * D / (2 * eta T) + gradient_cost d T g eta /\
  D * D / (2 * eta T) + gradient_cost d T g eta <= D * D / (2 * eta T) + G * G / 2 * total T eta /\
  D * D / (2 * eta T) + G * G / 2 * total T eta
    = INR T * (D * D / (2 * INR T * eta T) + G * G / (2 * INR T) * total T eta).
Proof.
  intros HT C Run N Hc HD HG.
  assert (He : forall t, (1 <= t <= T)%nat -> 0 < eta t) by (intros; now apply Run).
  pose proof (A15_combine d T Theta loss theta g eta c D HT C Run N Hc HD).
  pose proof (gradient_cost_bound d T g eta G He HG).
  pose proof (distance_over_rate_nonneg d theta c (S T) (eta T) (He T ltac:(lia))).
  specialize (He T ltac:(lia)). assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  split; [ lra | split; [ lra | field; lra ] ].
Qed.

(** A-(4), for all T, all dimensions, every convex Θ and every comparator c of Θ:
    (1/T) Σ L_t(θ_t) − L_t(c) ≤ D²/(2Tη_T) + G²/(2T) Σ η_t.
    Laws: sgd.regret-bound, sgd.adaptive-losses, sgd.any-subgradient. *)
Theorem A4_regret_bound d T Theta loss theta g eta c D G :
  (1 <= T)%nat -> convex_set Theta -> projected_sgd d T Theta loss theta g eta c -> nonincreasing T eta -> Theta c ->
  (forall t, (1 <= t <= T)%nat -> norm d (minus (theta t) c) <= D) ->
  (forall t, (1 <= t <= T)%nat -> norm d (g t) <= G) ->
  regret T loss theta c / INR T <= D * D / (2 * INR T * eta T) + G * G / (2 * INR T) * total T eta.
Proof.
  intros HT C Run N Hc HD HG.
  assert (He : forall t, (1 <= t <= T)%nat -> 0 < eta t) by (intros; now apply Run).
  pose proof (A15_combine d T Theta loss theta g eta c D HT C Run N Hc HD).
  pose proof (gradient_cost_bound d T g eta G He HG).
  pose proof (distance_over_rate_nonneg d theta c (S T) (eta T) (He T ltac:(lia))).
  specialize (He T ltac:(lia)). assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  replace (D * D / (2 * INR T * eta T) + G * G / (2 * INR T) * total T eta)
    with ((D * D / (2 * eta T) + G * G / 2 * total T eta) / INR T) by (field; lra).
  apply Rmult_le_compat_r; [ now apply Rlt_le, Rinv_0_lt_compat | lra ].
Qed.

(** A-(4) where D bounds all distances within Θ, the start θ_1 lies in Θ, and G bounds the gradients of the run, as every
    bound of the gradients on Θ does; such D and G do not depend on the run. Laws: sgd.final. *)
Theorem A4_final d T Theta loss theta g eta c D G :
  (1 <= T)%nat -> convex_set Theta -> projected_sgd d T Theta loss theta g eta c -> nonincreasing T eta -> Theta c ->
  Theta (theta 1%nat) ->
  (forall x y, Theta x -> Theta y -> norm d (minus x y) <= D) ->
  (forall t, (1 <= t <= T)%nat -> Theta (theta t) -> norm d (g t) <= G) ->
  regret T loss theta c / INR T <= D * D / (2 * INR T * eta T) + G * G / (2 * INR T) * total T eta.
Proof.
  intros HT C Run N Hc H1 HD HG.
  assert (In : forall t, (1 <= t <= T)%nat -> Theta (theta t)).
  { intros [| [| t]] Ht; [ lia | exact H1 | ]. destruct (Run (S t) ltac:(lia)) as (_ & Near & _). apply Near. }
  apply (A4_regret_bound d T Theta loss theta g eta c D G); auto.
Qed.

(** A-(4) without a projection, for D and G read off the run: Θ may be the whole space. Laws: sgd.posthoc. *)
Theorem A4_posthoc d T loss theta g eta c D G :
  (1 <= T)%nat -> nonincreasing T eta ->
  (forall t, (1 <= t <= T)%nat ->
    0 < eta t /\ same d (theta (S t)) (minus (theta t) (scale (eta t) (g t))) /\
    dot d (minus c (theta t)) (g t) <= loss t c - loss t (theta t)) ->
  (forall t, (1 <= t <= T)%nat -> norm d (minus (theta t) c) <= D) ->
  (forall t, (1 <= t <= T)%nat -> norm d (g t) <= G) ->
  regret T loss theta c / INR T <= D * D / (2 * INR T * eta T) + G * G / (2 * INR T) * total T eta.
Proof.
  intros HT N Run HD HG.
  apply (A4_regret_bound d T (fun _ => True) loss theta g eta c D G); auto; [ intros x y l; auto | ].
  intros t Ht. destruct (Run t Ht) as (He & E & Sub). repeat split; auto. intros y _.
  apply norm_le_norm. apply Rle_trans with 0; [ | apply squared_norm_nonneg ].
  apply Req_le. rewrite <- (sum_zero d). apply sum_equal. intros i Hi.
  unfold minus at 1 3. rewrite (E i Hi). ring.
Qed.

(** A bound on the average is obeyed by the best step. Laws: sgd.best-step. *)
Theorem A4_best_step T loss theta c bound :
  (1 <= T)%nat -> regret T loss theta c / INR T <= bound ->
  exists t, (1 <= t <= T)%nat /\ loss t (theta t) - loss t c <= bound.
Proof.
  intros HT H. assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  assert (B : regret T loss theta c <= INR T * bound).
  { apply Rmult_le_compat_r with (r := INR T) in H; [ | lra ]. unfold Rdiv in H.
    rewrite Rmult_assoc, Rinv_l in H by lra. lra. }
  assert (Search : forall n f, sum n f <= INR n * bound -> (1 <= n)%nat -> exists k, (k < n)%nat /\ f k <= bound).
  { induction n as [| n IH]; intros f Hs Hn; [ lia | ].
    destruct (Rle_dec (f n) bound) as [ | Above ]; [ exists n; auto | ].
    destruct n as [| n]; [ simpl in Hs; lra | ].
    destruct (IH f) as (k & Hk & Hf); [ | lia | exists k; auto ].
    rewrite S_INR in Hs. change (sum (S (S n)) f) with (sum (S n) f + f (S n)) in Hs. lra. }
  destruct (Search T _ B HT) as (k & Hk & Hf). exists (S k). split; [ lia | exact Hf ].
Qed.

(** Whatever the rates and the steps, the average regret is at most GD. Laws: sgd.trivial-bound. *)
Theorem A9_trivial_bound d T loss theta g c D G :
  (1 <= T)%nat ->
  (forall t, (1 <= t <= T)%nat ->
    dot d (minus c (theta t)) (g t) <= loss t c - loss t (theta t) /\
    norm d (minus (theta t) c) <= D /\ norm d (g t) <= G) ->
  regret T loss theta c / INR T <= G * D.
Proof.
  intros HT H. assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  assert (B : regret T loss theta c <= INR T * (G * D)).
  { unfold regret, total. rewrite <- sum_const. apply sum_le. intros k Hk.
    destruct (H (S k) ltac:(lia)) as (Sub & HD & HG).
    assert (dot d (minus c (theta (S k))) (g (S k)) = - dot d (minus (theta (S k)) c) (g (S k))) by by_coordinates d.
    pose proof (cauchy_schwarz_norms d (minus (theta (S k)) c) (g (S k))).
    pose proof (norm_nonneg d (minus (theta (S k)) c)). pose proof (norm_nonneg d (g (S k))). nra. }
  apply Rmult_le_reg_r with (INR T); [ exact P | ].
  replace (regret T loss theta c / INR T * INR T) with (regret T loss theta c) by (field; lra). lra.
Qed.
