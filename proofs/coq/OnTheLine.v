(** Logits that are affine in one parameter, and normal directions, B-(17), (18) and (23), for all K: the regions of the
    classes are intervals, and the zeroth-order gradient of the hard reward is a policy gradient. *)

From Coq Require Import Reals.Ranalysis1 Reals.Ranalysis3 Reals.Rtrigo_def Reals.Exp_prop.
From GradientLaws Require Export Softening.

(** ** The upper envelope of K lines *)

(** The logit of class y at x. *)
Definition line (s o : nat -> R) (y : nat) (x : R) : R := s y * x + o y.

(** Where two lines meet. *)
Definition meeting (s o : nat -> R) (y k : nat) : R := (o y - o k) / (s k - s y).

(** Of the lines that are the steepest, then the highest, y is the first. *)
Definition ahead (s o : nat -> R) (y k : nat) : Prop :=
  s k < s y \/ s k = s y /\ (o k < o y \/ o k = o y /\ (y <= k)%nat).

(** Class y wins where x is far to the left. *)
Definition starts (K : nat) (s o : nat -> R) (y : nat) : Prop :=
  (y < K)%nat /\ forall k, (k < K)%nat -> s y < s k \/ s k = s y /\ (o k < o y \/ o k = o y /\ (y <= k)%nat).

(** Of the steeper lines y' is the first one that y meets. *)
Definition follows (K : nat) (s o : nat -> R) (y y' : nat) : Prop :=
  (y' < K)%nat /\ s y < s y' /\ forall k, (k < K)%nat -> s y < s k ->
    meeting s o y y' < meeting s o y k \/ meeting s o y y' = meeting s o y k /\ ahead s o y' k.

(** The winners of the n + 1 regions from left to right. *)
Definition winners (K : nat) (s o : nat -> R) (n : nat) (win : nat -> nat) : Prop :=
  starts K s o (win O) /\ (forall j, (j < n)%nat -> follows K s o (win j) (win (S j))) /\
  forall k, (k < K)%nat -> s k <= s (win n).

(** The boundary between region j and the next one. *)
Definition boundary (s o : nat -> R) (win : nat -> nat) (j : nat) : R := meeting s o (win j) (win (S j)).

Lemma steeper_later s o y k x : s y < s k -> x <= meeting s o y k -> line s o k x <= line s o y x.
Proof.
  unfold meeting, line. intros H L. apply (Rmult_le_compat_r (s k - s y)) in L; [ | lra ].
  replace ((o y - o k) / (s k - s y) * (s k - s y)) with (o y - o k) in L by (field; lra). lra.
Qed.

Lemma meet s o y k : s y < s k -> line s o k (meeting s o y k) = line s o y (meeting s o y k).
Proof. unfold meeting, line. intros H. field. lra. Qed.

Lemma meeting_after s o y k x : s y < s k -> line s o k x < line s o y x -> x < meeting s o y k.
Proof.
  unfold meeting, line. intros H L. apply Rmult_lt_reg_r with (s k - s y); [ lra | ].
  replace ((o y - o k) / (s k - s y) * (s k - s y)) with (o y - o k) by (field; lra). lra.
Qed.

(** Class y has the largest logit at x, and to the right of it. *)
Definition takes_over (K : nat) (s o : nat -> R) (y : nat) (x : R) : Prop :=
  forall k, (k < K)%nat -> line s o k x <= line s o y x /\ (line s o k x = line s o y x -> s k <= s y).

Lemma takes_over_next K s o y y' x :
  (forall k, (k < K)%nat -> s k <= s y -> line s o k x <= line s o y x) ->
  follows K s o y y' -> x = meeting s o y y' -> takes_over K s o y' x.
Proof.
  intros Top (_ & Up & Next) ->. intros k Hk. rewrite meet by exact Up. destruct (Rlt_le_dec (s y) (s k)) as [L | L].
  - specialize (Next k Hk L). split; [ apply steeper_later; [ exact L | lra ] | ]. intros E.
    destruct Next as [N | (N & [A | (A & _)])]; try lra.
    unfold line in E. pose proof (meet s o y k L) as E'. unfold line in E'.
    assert ((s k - s y) * (meeting s o y k - meeting s o y y') = 0) as Z by lra.
    apply Rmult_integral in Z. lra.
  - split; [ now apply Top | lra ].
Qed.

Lemma winner_beyond K s o y x x' k :
  takes_over K s o y x -> x <= x' -> (k < K)%nat -> s k <= s y -> line s o k x' <= line s o y x'.
Proof.
  intros H L Hk S. destruct (H k Hk) as [A _]. unfold line in *.
  assert (0 <= (s y - s k) * (x' - x)) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma boundaries K s o n win :
  winners K s o n win -> forall j, (j < n)%nat ->
    takes_over K s o (win (S j)) (boundary s o win j) /\
    (forall i, (S i = j)%nat -> boundary s o win i < boundary s o win j).
Proof.
  intros ((H0 & First) & Next & _). induction j as [| j IH]; intros Hj.
  - split; [ | intros; lia ]. apply takes_over_next with (2 := Next O Hj); [ | reflexivity ].
    intros k Hk L. destruct (First k Hk) as [A | (A & B)]; [ lra | ]. unfold line. rewrite A. lra.
  - destruct (IH ltac:(lia)) as [T _]. destruct (Next (S j) Hj) as (Hn & Up & _).
    assert (Later : boundary s o win j < boundary s o win (S j)).
    { apply meeting_after; [ exact Up | ]. destruct (T _ Hn) as [A B].
      destruct A as [A | A]; [ exact A | ]. specialize (B A). lra. }
    split; [ | intros i [= ->]; exact Later ].
    apply takes_over_next with (2 := Next (S j) Hj); [ | reflexivity ].
    intros k Hk L. apply winner_beyond with (1 := T); [ | exact Hk | exact L ]. unfold boundary in *. lra.
Qed.

(** B-(18) on the line: the boundaries increase, and everywhere from one to the next the class of the region has the
    largest logit. Laws: zoR.probit. *)
Theorem B18_line_regions K s o n win :
  winners K s o n win ->
  (forall j, (S j < n)%nat -> boundary s o win j < boundary s o win (S j)) /\
  forall j x, (j <= n)%nat -> (forall i, S i = j -> boundary s o win i <= x) ->
    ((j < n)%nat -> x <= boundary s o win j) -> forall k, (k < K)%nat -> line s o k x <= line s o (win j) x.
Proof.
  intros W. pose proof (boundaries K s o n win W) as B. pose proof W as ((H0 & First) & Next & Last).
  split; [ intros j Hj; exact (proj2 (B (S j) Hj) j eq_refl) | ].
  intros j x Hj From To k Hk. destruct (Rlt_le_dec (s (win j)) (s k)) as [L | L].
  - apply steeper_later; [ exact L | ]. destruct (Nat.eq_dec j n) as [-> | N]; [ specialize (Last k Hk); lra | ].
    specialize (To ltac:(lia)). destruct (Next j ltac:(lia)) as (_ & _ & N').
    unfold boundary in To. destruct (N' k Hk L) as [A | [A _]]; lra.
  - destruct j as [| i].
    + destruct (First k Hk) as [A | (A & C)]; [ lra | ]. unfold line. rewrite A. lra.
    + apply winner_beyond with (1 := proj1 (B i ltac:(lia))); [ now apply From | exact Hk | exact L ].
Qed.

(** *** There are such regions *)

Lemma selected K (P : nat -> Prop) (better : nat -> nat -> Prop) :
  (forall k, P k \/ ~ P k) -> (forall i j, better i j \/ better j i) ->
  (forall i j k, better i j -> better j k -> better i k) ->
  (forall k, (k < K)%nat -> ~ P k) \/
  exists b, (b < K)%nat /\ P b /\ forall k, (k < K)%nat -> P k -> better b k.
Proof.
  intros Dec Total Trans. induction K as [| K [None | (b & Hb & Pb & Best)]]; [ left; intros; lia | | ].
  - destruct (Dec K) as [Y | N].
    + right. exists K. repeat split; [ lia | exact Y | ]. intros k Hk Pk.
      destruct (Nat.eq_dec k K) as [-> | ]; [ destruct (Total K K); assumption | ].
      exfalso. apply (None k); [ lia | exact Pk ].
    + left. intros k Hk. destruct (Nat.eq_dec k K) as [-> | ]; [ exact N | apply None; lia ].
  - right. destruct (Dec K) as [Y | N].
    + destruct (Total b K) as [A | A].
      * exists b. repeat split; [ lia | exact Pb | ]. intros k Hk Pk.
        destruct (Nat.eq_dec k K) as [-> | ]; [ exact A | apply Best; [ lia | exact Pk ] ].
      * exists K. repeat split; [ lia | exact Y | ]. intros k Hk Pk.
        destruct (Nat.eq_dec k K) as [-> | ]; [ destruct (Total K K); assumption | ].
        apply Trans with (1 := A). apply Best; [ lia | exact Pk ].
    + exists b. repeat split; [ lia | exact Pb | ]. intros k Hk Pk.
      destruct (Nat.eq_dec k K) as [-> | ]; [ contradiction | apply Best; [ lia | exact Pk ] ].
Qed.

(** How many of K lines are steeper than class y's. *)
Fixpoint steeper (s : nat -> R) (y K : nat) : nat :=
  match K with O => O | S k => ((if Rlt_dec (s y) (s k) then 1 else 0) + steeper s y k)%nat end.

Lemma steeper_fewer s y y' K :
  s y < s y' -> (steeper s y' K <= steeper s y K)%nat /\ ((y' < K)%nat -> (steeper s y' K < steeper s y K)%nat).
Proof.
  intros H. induction K as [| K [A B]]; simpl; [ split; lia | ]. split.
  - destruct (Rlt_dec (s y') _), (Rlt_dec (s y) _); solve [ lia | exfalso; lra ].
  - intros L. destruct (Nat.eq_dec y' K) as [E | N].
    + rewrite E in *. destruct (Rlt_dec (s K) (s K)), (Rlt_dec (s y) (s K)); solve [ lia | exfalso; lra ].
    + specialize (B ltac:(lia)). destruct (Rlt_dec (s y') _), (Rlt_dec (s y) _); solve [ lia | exfalso; lra ].
Qed.

(** The steeper line of the first meeting comes first. *)
Definition sooner (s o : nat -> R) (y a k : nat) : Prop :=
  meeting s o y a < meeting s o y k \/ meeting s o y a = meeting s o y k /\ ahead s o a k.

Lemma sooner_total s o y i j : sooner s o y i j \/ sooner s o y j i.
Proof.
  unfold sooner, ahead. destruct (total_order_T (meeting s o y i) (meeting s o y j)) as [[|]|]; auto.
  destruct (total_order_T (s i) (s j)) as [[|]|]; auto 6. destruct (total_order_T (o i) (o j)) as [[|]|]; auto 8.
  destruct (Nat.le_ge_cases i j); auto 10.
Qed.

Lemma sooner_transitive s o y i j k : sooner s o y i j -> sooner s o y j k -> sooner s o y i k.
Proof.
  unfold sooner, ahead.
  intros [A | (A & [A1 | (A1 & [A2 | (A2 & A3)])])] [B | (B & [B1 | (B1 & [B2 | (B2 & B3)])])];
    solve [ left; lra | right; split; [ lra | left; lra ] | right; split; [ lra | right; split; [ lra | left; lra ] ]
          | right; split; [ lra | right; split; [ lra | right; split; [ lra | lia ] ] ] ].
Qed.

Lemma goes_on K s o m : forall y, (y < K)%nat -> (steeper s y K < m)%nat ->
  exists n win, win O = y /\ (forall j, (j < n)%nat -> follows K s o (win j) (win (S j))) /\
    forall k, (k < K)%nat -> s k <= s (win n).
Proof.
  induction m as [| m IH]; intros y Hy Hm; [ lia | ].
  destruct (selected K (fun k => s y < s k) (sooner s o y)) as [None | (b & Hb & Pb & Best)].
  - intros k. destruct (Rlt_dec (s y) (s k)); auto.
  - apply sooner_total.
  - apply sooner_transitive.
  - exists O, (fun _ => y). split; [ reflexivity | split; [ intros; lia | ] ]. intros k Hk. now apply Rnot_lt_le, None.
  - destruct (steeper_fewer s y b K Pb) as [_ F]. specialize (F Hb).
    destruct (IH b Hb ltac:(lia)) as (n & win & W0 & Next & Last).
    exists (S n), (fun j => match j with O => y | S i => win i end). split; [ reflexivity | split; [ | exact Last ] ].
    intros [| j] Hj; [ rewrite W0; split; [ exact Hb | split; assumption ] | apply Next; lia ].
Qed.

(** There are such regions for any lines, so that there is always a zeroth-order gradient as below. Laws: zoR.probit. *)
Theorem B18_line_exists K s o : (1 <= K)%nat -> exists n win, winners K s o n win.
Proof.
  intros HK. destruct (selected K (fun _ => True)
    (fun a k => s a < s k \/ s k = s a /\ (o k < o a \/ o k = o a /\ (a <= k)%nat))) as [None | (b & Hb & _ & Best)].
  - auto.
  - intros i j. destruct (total_order_T (s i) (s j)) as [[|]|]; auto.
    destruct (total_order_T (o i) (o j)) as [[|]|]; auto. destruct (Nat.le_ge_cases i j); auto 8.
  - intros i j k [A | (A & [A1 | (A1 & A2)])] [B | (B & [B1 | (B1 & B2)])];
      solve [ left; lra | right; split; [ lra | left; lra ] | right; split; [ lra | right; split; [ lra | lia ] ] ].
  - exfalso. apply (None O); [ lia | exact I ].
  - destruct (goes_on K s o (S (steeper s b K)) b Hb (le_n _)) as (n & win & W0 & Next & Last).
    exists n, win. split; [ | split; [ exact Next | exact Last ] ]. rewrite W0. split; [ exact Hb | ].
    intros k Hk. now apply Best.
Qed.

(** ** The zeroth-order gradient of the hard reward for u ~ N(0, 1)

    The class of region j is paid R_j, and t j is where the boundary after it is for u, with v = θ + εu. *)

(** (v − θ)/ε. *)
Definition at_boundary (v : nat -> R) (theta eps : R) (j : nat) : R := (v j - theta) / eps.

(** (1/ε) Σ_j R_j ∫ u φ(u) du over region j; the integral from a to b is φ(a) − φ(b), and φ is 0 at the ends. *)
Definition line_gradient (n : nat) (R_ t : nat -> R) (eps : R) (phi : R -> R) : R :=
  sum (S n) (fun j => R_ j * ((match j with O => 0 | S i => phi (t i) end)
    - (if Nat.eq_dec j n then 0 else phi (t j)))) / eps.

(** Σ_j R_j P(u in region j), with P from a to b as Φ(b) − Φ(a). *)
Definition line_reward (n : nat) (R_ t : nat -> R) (Phi : R -> R) : R :=
  sum (S n) (fun j => R_ j * ((if Nat.eq_dec j n then 1 else Phi (t j))
    - (match j with O => 0 | S i => Phi (t i) end))).

Lemma derivable_const_plus a (f : R -> R) x l : derivable_pt_lim f x l -> derivable_pt_lim (fun y => a + f y) x l.
Proof.
  intros D. replace l with (0 + l) by ring.
  apply (derivable_pt_lim_plus (fun _ => a)); [ apply derivable_pt_lim_const | exact D ].
Qed.

(** In the place of B-(23): with normal directions the zeroth-order gradient of the hard reward is the policy gradient
    of the policy that plays the winner at θ + εu, exactly, for all K and ε, whatever Φ with Φ′ = φ. Laws: zoR.probit. *)
Theorem B23_probit n R_ v theta eps (phi Phi : R -> R) :
  eps <> 0 -> (forall x, derivable_pt_lim Phi x (phi x)) ->
  derivable_pt_lim (fun theta => line_reward n R_ (at_boundary v theta eps) Phi) theta
    (line_gradient n R_ (at_boundary v theta eps) eps phi).
Proof.
  intros He D.
  assert (At : forall j, derivable_pt_lim (fun theta => Phi (at_boundary v theta eps j)) theta
    (- (phi (at_boundary v theta eps j) / eps))).
  { intros j. replace (- (phi (at_boundary v theta eps j) / eps))
      with (phi (at_boundary v theta eps j) * (- / eps)) by (field; exact He).
    apply (derivable_pt_lim_comp (fun theta => at_boundary v theta eps j) Phi); [ | apply D ].
    intros e Pe. exists (mkposreal 1 Rlt_0_1). intros h Hh _. unfold at_boundary.
    replace (((v j - (theta + h)) / eps - (v j - theta) / eps) / h - - / eps) with 0 by (field; split; assumption).
    now rewrite Rabs_R0. }
  unfold line_reward, line_gradient, Rdiv. rewrite <- sum_scale_right.
  apply (derivable_sum (S n) (fun j theta => R_ j * ((if Nat.eq_dec j n then 1 else Phi (at_boundary v theta eps j))
    - match j with O => 0 | S i => Phi (at_boundary v theta eps i) end))).
  intros j Hj. rewrite Rmult_assoc.
  apply (derivable_pt_lim_scal (fun theta => (if Nat.eq_dec j n then 1 else Phi (at_boundary v theta eps j))
    - match j with O => 0 | S i => Phi (at_boundary v theta eps i) end)).
  match goal with |- derivable_pt_lim _ _ ?l => replace l
    with ((if Nat.eq_dec j n then 0 else - (phi (at_boundary v theta eps j) / eps))
      - match j with O => 0 | S i => - (phi (at_boundary v theta eps i) / eps) end) end.
  - apply (derivable_pt_lim_minus (fun theta => if Nat.eq_dec j n then 1 else Phi (at_boundary v theta eps j))
      (fun theta => match j with O => 0 | S i => Phi (at_boundary v theta eps i) end)).
    + destruct (Nat.eq_dec j n); [ apply derivable_pt_lim_const | apply At ].
    + destruct j; [ apply derivable_pt_lim_const | apply At ].
  - destruct j, (Nat.eq_dec _ n); unfold Rdiv; ring.
Qed.

(** φ′(t) = −t φ(t) for φ(t) = c exp(−t²/2). Laws: zoR.probit. *)
Theorem B23_normal_density c t :
  derivable_pt_lim (fun u => c * exp (- (u * u) / 2)) t (- t * (c * exp (- (t * t) / 2))).
Proof.
  replace (- t * (c * exp (- (t * t) / 2))) with (c * (exp (- (t * t) / 2) * - t)) by ring.
  apply (derivable_pt_lim_scal (fun u => exp (- (u * u) / 2))).
  apply (derivable_pt_lim_comp (fun u => - (u * u) / 2) exp); [ | apply derivable_pt_lim_exp ].
  intros e Pe. exists (mkposreal _ (Rmult_lt_0_compat _ _ Pe Rlt_0_2)). intros h Hh Small. simpl in Small.
  replace ((- ((t + h) * (t + h)) / 2 - - (t * t) / 2) / h - - t) with (- (h / 2)) by (field; exact Hh).
  rewrite Rabs_Ropp. unfold Rdiv. rewrite Rabs_mult, (Rabs_right (/ 2)); lra.
Qed.
